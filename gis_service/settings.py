"""Every setting of the service, read once from the environment (prefix `ONEMAP_`)."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator may set. Command-line options override the environment."""

    model_config = SettingsConfigDict(env_prefix="ONEMAP_", env_ignore_empty=True, extra="ignore")

    database_url: str | None = Field(None, description="An outside PostGIS; else the embedded one.")
    data_dir: Path = Field(Path(".onemap"), description="Cluster, accounts and state.")
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    openid_issuer: str = Field("", description="OpenID provider that people may sign in by.")
    openid_client_id: str = ""
    openid_client_secret: SecretStr = SecretStr("")
    tianditu_key: str = Field("", description="天地图 key; with it the basemap is Tianditu's.")
    basemap_url: str = Field("", description="XYZ template of an outside raster basemap.")
    basemap_attribution: str = ""
    map_approval: str = Field("", description="审图号 of the map that the public sees.")
    data_source: str = Field("", description="Who supplies the data, as the map shall say it.")
