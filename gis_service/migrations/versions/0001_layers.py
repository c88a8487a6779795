"""The layers and ledgers, and their history"""

import geoalchemy2
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "divisions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="MULTIPOLYGON",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            nullable=True,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("code", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("level", sa.Text(collation="C"), nullable=False),
        sa.Column("system", sa.Text(collation="C"), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "level IN ('province', 'city', 'county', 'street')",
            name=op.f("divisions_level_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("divisions_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("divisions_geometry_valid_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("divisions_pkey")),
        sa.UniqueConstraint("code", name=op.f("divisions_code_key")),
        schema="onemap",
    )
    op.create_index(
        "divisions_geom_3857_idx",
        "divisions",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "divisions_geometry_idx",
        "divisions",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "divisions_listing_idx",
        "divisions",
        [sa.literal_column('name COLLATE "zh-x-icu"'), "id"],
        unique=False,
        schema="onemap",
        postgresql_include=["search_key", "code"],
        postgresql_where=sa.text("visibility = 'published'"),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("feature", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column(
            "at",
            sa.DateTime(timezone=True),
            server_default=sa.text("clock_timestamp()"),
            nullable=False,
        ),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            nullable=True,
        ),
        sa.CheckConstraint(
            "operation IN ('insert', 'update', 'delete', 'load')",
            name=op.f("history_operation_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("history_pkey")),
        schema="onemap",
    )
    op.create_index(
        "history_layer_feature_idx",
        "history",
        ["layer", "feature", "version"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "communities",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="MULTIPOLYGON",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            nullable=True,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("code", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("division", sa.Text(collation="C"), nullable=False),
        sa.Column("address", sa.Text(collation="C"), nullable=False),
        sa.Column("built_year", sa.BigInteger(), nullable=True),
        sa.Column("buildings", sa.BigInteger(), nullable=True),
        sa.Column("households", sa.BigInteger(), nullable=True),
        sa.Column("floor_area_m2", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("elderly_share", sa.Double(), nullable=True),
        sa.Column("safety_findings", sa.BigInteger(), nullable=True),
        sa.Column("missing_facilities", sa.BigInteger(), nullable=True),
        sa.Column("plan_year", sa.BigInteger(), nullable=True),
        sa.Column("willingness", sa.Double(), nullable=True),
        sa.Column("willingness_on", sa.Date(), nullable=True),
        sa.Column("willingness_source", sa.Text(collation="C"), nullable=False),
        sa.Column("participation", sa.Double(), nullable=True),
        sa.Column("participation_on", sa.Date(), nullable=True),
        sa.Column("participation_source", sa.Text(collation="C"), nullable=False),
        sa.Column("self_demolition", sa.Double(), nullable=True),
        sa.Column("self_demolition_on", sa.Date(), nullable=True),
        sa.Column("self_demolition_source", sa.Text(collation="C"), nullable=False),
        sa.Column("willingness_to_pay", sa.Double(), nullable=True),
        sa.Column("willingness_to_pay_on", sa.Date(), nullable=True),
        sa.Column("willingness_to_pay_source", sa.Text(collation="C"), nullable=False),
        sa.Column("made", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(collation="C"), nullable=False),
        sa.Column("remark", sa.Text(collation="C"), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("communities_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("communities_geometry_valid_check")),
        sa.CheckConstraint("buildings <= 1000000", name=op.f("communities_buildings_2_check")),
        sa.CheckConstraint("buildings >= 0", name=op.f("communities_buildings_1_check")),
        sa.CheckConstraint("built_year <= 2100", name=op.f("communities_built_year_2_check")),
        sa.CheckConstraint("built_year >= 1900", name=op.f("communities_built_year_1_check")),
        sa.CheckConstraint("elderly_share <= 1", name=op.f("communities_elderly_share_2_check")),
        sa.CheckConstraint("elderly_share >= 0", name=op.f("communities_elderly_share_1_check")),
        sa.CheckConstraint("floor_area_m2 >= 0", name=op.f("communities_floor_area_m2_1_check")),
        sa.CheckConstraint("households <= 1000000", name=op.f("communities_households_2_check")),
        sa.CheckConstraint("households >= 0", name=op.f("communities_households_1_check")),
        sa.CheckConstraint(
            "missing_facilities <= 1000000", name=op.f("communities_missing_facilities_2_check")
        ),
        sa.CheckConstraint(
            "missing_facilities >= 0", name=op.f("communities_missing_facilities_1_check")
        ),
        sa.CheckConstraint("participation <= 1", name=op.f("communities_participation_2_check")),
        sa.CheckConstraint("participation >= 0", name=op.f("communities_participation_1_check")),
        sa.CheckConstraint("plan_year <= 2100", name=op.f("communities_plan_year_2_check")),
        sa.CheckConstraint("plan_year >= 1900", name=op.f("communities_plan_year_1_check")),
        sa.CheckConstraint(
            "safety_findings <= 1000000", name=op.f("communities_safety_findings_2_check")
        ),
        sa.CheckConstraint(
            "safety_findings >= 0", name=op.f("communities_safety_findings_1_check")
        ),
        sa.CheckConstraint(
            "self_demolition <= 1", name=op.f("communities_self_demolition_2_check")
        ),
        sa.CheckConstraint(
            "self_demolition >= 0", name=op.f("communities_self_demolition_1_check")
        ),
        sa.CheckConstraint("willingness <= 1", name=op.f("communities_willingness_2_check")),
        sa.CheckConstraint("willingness >= 0", name=op.f("communities_willingness_1_check")),
        sa.CheckConstraint(
            "willingness_to_pay <= 1", name=op.f("communities_willingness_to_pay_2_check")
        ),
        sa.CheckConstraint(
            "willingness_to_pay >= 0", name=op.f("communities_willingness_to_pay_1_check")
        ),
        sa.ForeignKeyConstraint(
            ["division"], ["onemap.divisions.code"], name=op.f("communities_division_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("communities_pkey")),
        sa.UniqueConstraint("code", name=op.f("communities_code_key")),
        schema="onemap",
    )
    op.create_index(
        op.f("communities_division_idx"), "communities", ["division"], unique=False, schema="onemap"
    )
    op.create_index(
        "communities_geom_3857_idx",
        "communities",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "communities_geometry_idx",
        "communities",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "communities_listing_idx",
        "communities",
        [sa.literal_column('name COLLATE "zh-x-icu"'), "id"],
        unique=False,
        schema="onemap",
        postgresql_include=["search_key", "division"],
        postgresql_where=sa.text("visibility = 'published'"),
    )
    op.create_table(
        "buildings",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="POLYGON",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("community", sa.BigInteger(), nullable=True),
        sa.Column("number", sa.Text(collation="C"), nullable=False),
        sa.Column("use", sa.Text(collation="C"), nullable=False),
        sa.Column("floors", sa.BigInteger(), nullable=True),
        sa.Column("height_m", sa.Double(), nullable=True),
        sa.Column("units", sa.BigInteger(), nullable=True),
        sa.Column("households", sa.BigInteger(), nullable=True),
        sa.Column("built_year", sa.BigInteger(), nullable=True),
        sa.Column("occupied", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "use IN ('residential', 'service', 'shed', 'other')", name=op.f("buildings_use_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("buildings_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("buildings_geometry_valid_check")),
        sa.CheckConstraint("built_year <= 2100", name=op.f("buildings_built_year_2_check")),
        sa.CheckConstraint("built_year >= 1900", name=op.f("buildings_built_year_1_check")),
        sa.CheckConstraint("floors <= 120", name=op.f("buildings_floors_2_check")),
        sa.CheckConstraint("floors >= 1", name=op.f("buildings_floors_1_check")),
        sa.CheckConstraint("height_m <= 1000", name=op.f("buildings_height_m_2_check")),
        sa.CheckConstraint("height_m > 0", name=op.f("buildings_height_m_1_check")),
        sa.CheckConstraint("households <= 1000000", name=op.f("buildings_households_2_check")),
        sa.CheckConstraint("households >= 0", name=op.f("buildings_households_1_check")),
        sa.CheckConstraint("units <= 1000000", name=op.f("buildings_units_2_check")),
        sa.CheckConstraint("units >= 0", name=op.f("buildings_units_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("buildings_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("buildings_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("buildings_community_idx"), "buildings", ["community"], unique=False, schema="onemap"
    )
    op.create_index(
        "buildings_geom_3857_idx",
        "buildings",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "buildings_geometry_idx",
        "buildings",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_table(
        "communities_derived",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.Text(collation="C"), nullable=True),
        sa.Column("phase", sa.Text(collation="C"), nullable=True),
        sa.Column("stage_since", sa.Date(), nullable=True),
        sa.Column("progress", sa.Double(), nullable=True),
        sa.Column("budget_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("planned_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("committed_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("received_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("spent_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("gap_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("gap_share", sa.Double(), nullable=True),
        sa.Column("survey_answers", sa.BigInteger(), nullable=False),
        sa.Column("satisfied_share", sa.Double(), nullable=True),
        sa.CheckConstraint(
            "phase IN ('planning', 'consultation', 'starting_soon', 'works', 'paused', 'completed', 'managed')",
            name=op.f("communities_derived_phase_1_check"),
        ),
        sa.CheckConstraint(
            "stage IN ('surveyed', 'reserve', 'consulting', 'planned', 'publicised', 'approved', 'under_works', 'suspended', 'accepted', 'satisfaction_surveyed', 'managed', 'cancelled')",
            name=op.f("communities_derived_stage_1_check"),
        ),
        sa.CheckConstraint("budget_cny >= 0", name=op.f("communities_derived_budget_cny_1_check")),
        sa.CheckConstraint(
            "committed_cny >= 0", name=op.f("communities_derived_committed_cny_1_check")
        ),
        sa.CheckConstraint("gap_cny >= 0", name=op.f("communities_derived_gap_cny_1_check")),
        sa.CheckConstraint("gap_share <= 1", name=op.f("communities_derived_gap_share_2_check")),
        sa.CheckConstraint("gap_share >= 0", name=op.f("communities_derived_gap_share_1_check")),
        sa.CheckConstraint(
            "planned_cny >= 0", name=op.f("communities_derived_planned_cny_1_check")
        ),
        sa.CheckConstraint("progress <= 1", name=op.f("communities_derived_progress_2_check")),
        sa.CheckConstraint("progress >= 0", name=op.f("communities_derived_progress_1_check")),
        sa.CheckConstraint(
            "received_cny >= 0", name=op.f("communities_derived_received_cny_1_check")
        ),
        sa.CheckConstraint(
            "satisfied_share <= 1", name=op.f("communities_derived_satisfied_share_2_check")
        ),
        sa.CheckConstraint(
            "satisfied_share >= 0", name=op.f("communities_derived_satisfied_share_1_check")
        ),
        sa.CheckConstraint("spent_cny >= 0", name=op.f("communities_derived_spent_cny_1_check")),
        sa.CheckConstraint(
            "survey_answers <= 1000000", name=op.f("communities_derived_survey_answers_2_check")
        ),
        sa.CheckConstraint(
            "survey_answers >= 0", name=op.f("communities_derived_survey_answers_1_check")
        ),
        sa.ForeignKeyConstraint(
            ["id"],
            ["onemap.communities.id"],
            name=op.f("communities_derived_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("communities_derived_pkey")),
        schema="onemap",
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(collation="C"), nullable=False),
        sa.Column("matter", sa.Text(collation="C"), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("owners_total", sa.BigInteger(), nullable=False),
        sa.Column("area_total_m2", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("owners_took_part", sa.BigInteger(), nullable=False),
        sa.Column("area_took_part_m2", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("owners_in_favour", sa.BigInteger(), nullable=False),
        sa.Column("area_in_favour_m2", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("result", sa.Text(collation="C"), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "matter IN ('ordinary', 'raise_fund', 'rebuild', 'common_use')",
            name=op.f("decisions_matter_1_check"),
        ),
        sa.CheckConstraint(
            "result IN ('open', 'passed', 'rejected', 'no_quorum', 'reversed')",
            name=op.f("decisions_result_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("decisions_visibility_check")
        ),
        sa.CheckConstraint(
            "area_in_favour_m2 >= 0", name=op.f("decisions_area_in_favour_m2_1_check")
        ),
        sa.CheckConstraint(
            "area_took_part_m2 >= 0", name=op.f("decisions_area_took_part_m2_1_check")
        ),
        sa.CheckConstraint("area_total_m2 >= 0", name=op.f("decisions_area_total_m2_1_check")),
        sa.CheckConstraint(
            "owners_in_favour <= 1000000", name=op.f("decisions_owners_in_favour_2_check")
        ),
        sa.CheckConstraint(
            "owners_in_favour >= 0", name=op.f("decisions_owners_in_favour_1_check")
        ),
        sa.CheckConstraint(
            "owners_took_part <= 1000000", name=op.f("decisions_owners_took_part_2_check")
        ),
        sa.CheckConstraint(
            "owners_took_part >= 0", name=op.f("decisions_owners_took_part_1_check")
        ),
        sa.CheckConstraint("owners_total <= 1000000", name=op.f("decisions_owners_total_2_check")),
        sa.CheckConstraint("owners_total >= 0", name=op.f("decisions_owners_total_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("decisions_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("decisions_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("decisions_community_idx"), "decisions", ["community"], unique=False, schema="onemap"
    )
    op.create_table(
        "facilities",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("status", sa.Text(collation="C"), nullable=False),
        sa.Column("capacity", sa.BigInteger(), nullable=True),
        sa.Column("opens", sa.Date(), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "GeometryType(geometry) IN ('POINT', 'POLYGON')",
            name=op.f("facilities_geometry_kind_check"),
        ),
        sa.CheckConstraint(
            "kind IN ('charging_pile', 'ebike_shed', 'parking', 'elderly_care', 'childcare', 'market', 'lift', 'other')",
            name=op.f("facilities_kind_1_check"),
        ),
        sa.CheckConstraint(
            "status IN ('planned', 'building', 'in_use')", name=op.f("facilities_status_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("facilities_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("facilities_geometry_valid_check")),
        sa.CheckConstraint("capacity <= 1000000", name=op.f("facilities_capacity_2_check")),
        sa.CheckConstraint("capacity >= 0", name=op.f("facilities_capacity_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("facilities_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("facilities_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("facilities_community_idx"), "facilities", ["community"], unique=False, schema="onemap"
    )
    op.create_index(
        "facilities_geom_3857_idx",
        "facilities",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "facilities_geometry_idx",
        "facilities",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_table(
        "fire_lanes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="LINESTRING",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("width_m", sa.Double(), nullable=False),
        sa.Column("clear_height_m", sa.Double(), nullable=True),
        sa.Column("fire_lane", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("fire_lanes_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("fire_lanes_geometry_valid_check")),
        sa.CheckConstraint(
            "clear_height_m <= 1000", name=op.f("fire_lanes_clear_height_m_2_check")
        ),
        sa.CheckConstraint("clear_height_m > 0", name=op.f("fire_lanes_clear_height_m_1_check")),
        sa.CheckConstraint("width_m <= 1000", name=op.f("fire_lanes_width_m_2_check")),
        sa.CheckConstraint("width_m > 0", name=op.f("fire_lanes_width_m_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("fire_lanes_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("fire_lanes_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("fire_lanes_community_idx"), "fire_lanes", ["community"], unique=False, schema="onemap"
    )
    op.create_index(
        "fire_lanes_geom_3857_idx",
        "fire_lanes",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "fire_lanes_geometry_idx",
        "fire_lanes",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_table(
        "funding",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(collation="C"), nullable=False),
        sa.Column("planned_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("committed_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("received_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("spent_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("reason", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "source IN ('central_grant', 'provincial_grant', 'local_budget', 'special_bond', 'policy_loan', 'renewal_fund', 'private_capital', 'residents_direct', 'residents_fund_use', 'residents_fund_top_up', 'residents_common_income', 'utilities', 'other')",
            name=op.f("funding_source_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("funding_visibility_check")
        ),
        sa.CheckConstraint("committed_cny >= 0", name=op.f("funding_committed_cny_1_check")),
        sa.CheckConstraint("planned_cny >= 0", name=op.f("funding_planned_cny_1_check")),
        sa.CheckConstraint("received_cny >= 0", name=op.f("funding_received_cny_1_check")),
        sa.CheckConstraint("spent_cny >= 0", name=op.f("funding_spent_cny_1_check")),
        sa.CheckConstraint("year <= 2100", name=op.f("funding_year_2_check")),
        sa.CheckConstraint("year >= 1900", name=op.f("funding_year_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("funding_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("funding_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("funding_community_idx"), "funding", ["community"], unique=False, schema="onemap"
    )
    op.create_table(
        "owner_organisations",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("formed_on", sa.Date(), nullable=False),
        sa.Column("formed_evidence", sa.Text(collation="C"), nullable=False),
        sa.Column("management_mode", sa.Text(collation="C"), nullable=True),
        sa.Column("management_standard", sa.Text(collation="C"), nullable=False),
        sa.Column("fee_cny_m2_month", sa.Numeric(precision=6, scale=2), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_evidence", sa.Text(collation="C"), nullable=False),
        sa.Column("dissolved_on", sa.Date(), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind IN ('owners_committee', 'management_committee')",
            name=op.f("owner_organisations_kind_1_check"),
        ),
        sa.CheckConstraint(
            "management_mode IN ('company', 'self', 'street')",
            name=op.f("owner_organisations_management_mode_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')",
            name=op.f("owner_organisations_visibility_check"),
        ),
        sa.CheckConstraint(
            "fee_cny_m2_month >= 0", name=op.f("owner_organisations_fee_cny_m2_month_1_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"],
            ["onemap.communities.id"],
            name=op.f("owner_organisations_community_fkey"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("owner_organisations_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("owner_organisations_community_idx"),
        "owner_organisations",
        ["community"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "publicity",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(collation="C"), nullable=False),
        sa.Column("snapshot", sa.Text(collation="C"), nullable=False),
        sa.Column("snapshot_sha256", sa.Text(collation="C"), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("publicity_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("publicity_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("publicity_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("publicity_community_idx"), "publicity", ["community"], unique=False, schema="onemap"
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="POINT",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            nullable=True,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("community", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.Text(collation="C"), nullable=False),
        sa.Column("text", sa.Text(collation="C"), nullable=False),
        sa.Column("status", sa.Text(collation="C"), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply", sa.Text(collation="C"), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contact", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "category IN ('safety', 'quality', 'progress', 'noise', 'money', 'other')",
            name=op.f("reports_category_1_check"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'in_hand', 'closed')", name=op.f("reports_status_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("reports_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("reports_geometry_valid_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("reports_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("reports_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("reports_community_idx"), "reports", ["community"], unique=False, schema="onemap"
    )
    op.create_index(
        "reports_geom_3857_idx",
        "reports",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "reports_geometry_idx",
        "reports",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_table(
        "sites",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="POLYGON",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            nullable=True,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("contractor", sa.Text(collation="C"), nullable=False),
        sa.Column("contact_name", sa.Text(collation="C"), nullable=False),
        sa.Column("contact_phone", sa.Text(collation="C"), nullable=False),
        sa.Column("status", sa.Text(collation="C"), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "status IN ('preparing', 'active', 'suspended', 'closed')",
            name=op.f("sites_status_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("sites_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("sites_geometry_valid_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("sites_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sites_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("sites_community_idx"), "sites", ["community"], unique=False, schema="onemap"
    )
    op.create_index(
        "sites_geom_3857_idx",
        "sites",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "sites_geometry_idx",
        "sites",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_table(
        "stage_changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.Text(collation="C"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(collation="C"), nullable=False),
        sa.Column("evidence", sa.Text(collation="C"), nullable=False),
        sa.Column("by", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "stage IN ('surveyed', 'reserve', 'consulting', 'planned', 'publicised', 'approved', 'under_works', 'suspended', 'accepted', 'satisfaction_surveyed', 'managed', 'cancelled')",
            name=op.f("stage_changes_stage_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("stage_changes_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("stage_changes_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("stage_changes_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("stage_changes_community_idx"),
        "stage_changes",
        ["community"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "supervisors",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("chosen_by", sa.Text(collation="C"), nullable=False),
        sa.Column("term_starts", sa.Date(), nullable=False),
        sa.Column("term_ends", sa.Date(), nullable=True),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("phone", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "chosen_by IN ('application', 'recommendation')",
            name=op.f("supervisors_chosen_by_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("supervisors_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("supervisors_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("supervisors_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("supervisors_community_idx"),
        "supervisors",
        ["community"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "surveys",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(collation="C"), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("satisfied", sa.Boolean(), nullable=False),
        sa.Column("household_code", sa.Text(collation="C"), nullable=False),
        sa.Column("remark", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "channel IN ('form', 'visit', 'telephone', 'third_party')",
            name=op.f("surveys_channel_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("surveys_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("surveys_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("surveys_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("surveys_community_idx"), "surveys", ["community"], unique=False, schema="onemap"
    )
    op.create_table(
        "utilities",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "GeometryType(geometry) IN ('LINESTRING', 'POINT')",
            name=op.f("utilities_geometry_kind_check"),
        ),
        sa.CheckConstraint(
            "kind IN ('hydrant', 'power_line')", name=op.f("utilities_kind_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("utilities_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("utilities_geometry_valid_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("utilities_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("utilities_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("utilities_community_idx"), "utilities", ["community"], unique=False, schema="onemap"
    )
    op.create_index(
        "utilities_geom_3857_idx",
        "utilities",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "utilities_geometry_idx",
        "utilities",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_table(
        "works",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("category", sa.Text(collation="C"), nullable=False),
        sa.Column("title", sa.Text(collation="C"), nullable=False),
        sa.Column("matter", sa.Text(collation="C"), nullable=False),
        sa.Column("budget_cny", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("progress", sa.Double(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "category IN ('water', 'drainage', 'power', 'weak_current', 'roads', 'gas', 'heat', 'fire', 'security', 'waste', 'roof', 'facade', 'windows', 'stairs', 'illegal_structures', 'greening', 'lighting', 'age_friendly', 'barrier_free', 'parking', 'charging', 'parcels', 'culture', 'property_office', 'energy', 'lifts', 'community_service', 'health', 'kindergarten', 'elderly_care', 'childcare', 'meals', 'market')",
            name=op.f("works_category_1_check"),
        ),
        sa.CheckConstraint(
            "matter IN ('ordinary', 'raise_fund', 'rebuild', 'common_use')",
            name=op.f("works_matter_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("works_visibility_check")
        ),
        sa.CheckConstraint("budget_cny >= 0", name=op.f("works_budget_cny_1_check")),
        sa.CheckConstraint("progress <= 1", name=op.f("works_progress_2_check")),
        sa.CheckConstraint("progress >= 0", name=op.f("works_progress_1_check")),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("works_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("works_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("works_community_idx"), "works", ["community"], unique=False, schema="onemap"
    )
    op.create_table(
        "comments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("publicity", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(collation="C"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(collation="C"), nullable=True),
        sa.Column("answer", sa.Text(collation="C"), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("contact", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "outcome IN ('adopted', 'not_adopted')", name=op.f("comments_outcome_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("comments_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["publicity"], ["onemap.publicity.id"], name=op.f("comments_publicity_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("comments_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("comments_publicity_idx"), "comments", ["publicity"], unique=False, schema="onemap"
    )
    op.create_table(
        "duty_shifts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("site", sa.BigInteger(), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer", sa.Text(collation="C"), nullable=False),
        sa.Column("phone", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("duty_shifts_visibility_check")
        ),
        sa.ForeignKeyConstraint(["site"], ["onemap.sites.id"], name=op.f("duty_shifts_site_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("duty_shifts_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("duty_shifts_site_idx"), "duty_shifts", ["site"], unique=False, schema="onemap"
    )
    op.create_table(
        "entrances",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="POINT",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("building", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("width_m", sa.Double(), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind IN ('community_gate', 'unit_door')", name=op.f("entrances_kind_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("entrances_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("entrances_geometry_valid_check")),
        sa.CheckConstraint("width_m <= 1000", name=op.f("entrances_width_m_2_check")),
        sa.CheckConstraint("width_m > 0", name=op.f("entrances_width_m_1_check")),
        sa.ForeignKeyConstraint(
            ["building"], ["onemap.buildings.id"], name=op.f("entrances_building_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("entrances_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("entrances_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("entrances_building_idx"), "entrances", ["building"], unique=False, schema="onemap"
    )
    op.create_index(
        op.f("entrances_community_idx"), "entrances", ["community"], unique=False, schema="onemap"
    )
    op.create_index(
        "entrances_geom_3857_idx",
        "entrances",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "entrances_geometry_idx",
        "entrances",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_table(
        "households",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("building", sa.BigInteger(), nullable=True),
        sa.Column("room", sa.Text(collation="C"), nullable=False),
        sa.Column("area_m2", sa.Numeric(precision=8, scale=2), nullable=False),
        sa.Column("owner_name", sa.Text(collation="C"), nullable=False),
        sa.Column("phone", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("households_visibility_check")
        ),
        sa.CheckConstraint("area_m2 > 0", name=op.f("households_area_m2_1_check")),
        sa.ForeignKeyConstraint(
            ["building"], ["onemap.buildings.id"], name=op.f("households_building_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("households_community_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("households_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("households_building_idx"), "households", ["building"], unique=False, schema="onemap"
    )
    op.create_index(
        op.f("households_community_idx"), "households", ["community"], unique=False, schema="onemap"
    )
    op.create_table(
        "inspections",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("work", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("step", sa.Text(collation="C"), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("findings", sa.Text(collation="C"), nullable=False),
        sa.Column("inspector", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind IN ('self', 'handover', 'professional', 'patrol')",
            name=op.f("inspections_kind_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("inspections_visibility_check")
        ),
        sa.ForeignKeyConstraint(["work"], ["onemap.works.id"], name=op.f("inspections_work_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("inspections_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("inspections_work_idx"), "inspections", ["work"], unique=False, schema="onemap"
    )
    op.create_table(
        "material_storage",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("site", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("material", sa.Text(collation="C"), nullable=False),
        sa.Column("contents", sa.Text(collation="C"), nullable=False),
        sa.Column("enclosed", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "GeometryType(geometry) IN ('POINT', 'POLYGON')",
            name=op.f("material_storage_geometry_kind_check"),
        ),
        sa.CheckConstraint(
            "material IN ('flammable', 'combustible', 'other')",
            name=op.f("material_storage_material_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("material_storage_visibility_check")
        ),
        sa.CheckConstraint(
            "ST_IsValid(geometry)", name=op.f("material_storage_geometry_valid_check")
        ),
        sa.ForeignKeyConstraint(
            ["site"], ["onemap.sites.id"], name=op.f("material_storage_site_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("material_storage_pkey")),
        schema="onemap",
    )
    op.create_index(
        "material_storage_geom_3857_idx",
        "material_storage",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "material_storage_geometry_idx",
        "material_storage",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        op.f("material_storage_site_idx"),
        "material_storage",
        ["site"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "passages",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="LINESTRING",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("site", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("width_m", sa.Double(), nullable=False),
        sa.Column("covered", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("passages_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("passages_geometry_valid_check")),
        sa.CheckConstraint("width_m <= 1000", name=op.f("passages_width_m_2_check")),
        sa.CheckConstraint("width_m > 0", name=op.f("passages_width_m_1_check")),
        sa.ForeignKeyConstraint(["site"], ["onemap.sites.id"], name=op.f("passages_site_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("passages_pkey")),
        schema="onemap",
    )
    op.create_index(
        "passages_geom_3857_idx",
        "passages",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "passages_geometry_idx",
        "passages",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(op.f("passages_site_idx"), "passages", ["site"], unique=False, schema="onemap")
    op.create_table(
        "reception_points",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="POINT",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("site", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("hours", sa.Text(collation="C"), nullable=False),
        sa.Column("phone", sa.Text(collation="C"), nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("closes", sa.Date(), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("reception_points_visibility_check")
        ),
        sa.CheckConstraint(
            "ST_IsValid(geometry)", name=op.f("reception_points_geometry_valid_check")
        ),
        sa.ForeignKeyConstraint(
            ["site"], ["onemap.sites.id"], name=op.f("reception_points_site_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("reception_points_pkey")),
        schema="onemap",
    )
    op.create_index(
        "reception_points_geom_3857_idx",
        "reception_points",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "reception_points_geometry_idx",
        "reception_points",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        op.f("reception_points_site_idx"),
        "reception_points",
        ["site"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "work_areas",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="POLYGON",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("site", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("working_height_m", sa.Double(), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind IN ('facade', 'roof', 'pipe', 'road', 'lift', 'other')",
            name=op.f("work_areas_kind_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("work_areas_visibility_check")
        ),
        sa.CheckConstraint("ST_IsValid(geometry)", name=op.f("work_areas_geometry_valid_check")),
        sa.CheckConstraint(
            "working_height_m <= 300", name=op.f("work_areas_working_height_m_2_check")
        ),
        sa.CheckConstraint(
            "working_height_m >= 0", name=op.f("work_areas_working_height_m_1_check")
        ),
        sa.ForeignKeyConstraint(["site"], ["onemap.sites.id"], name=op.f("work_areas_site_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("work_areas_pkey")),
        schema="onemap",
    )
    op.create_index(
        "work_areas_geom_3857_idx",
        "work_areas",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "work_areas_geometry_idx",
        "work_areas",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        op.f("work_areas_site_idx"), "work_areas", ["site"], unique=False, schema="onemap"
    )
    op.create_table(
        "acceptances",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("community", sa.BigInteger(), nullable=False),
        sa.Column("work", sa.BigInteger(), nullable=True),
        sa.Column("part", sa.Text(collation="C"), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("lead", sa.Text(collation="C"), nullable=False),
        sa.Column("findings", sa.Text(collation="C"), nullable=False),
        sa.Column("evidence", sa.Text(collation="C"), nullable=False),
        sa.Column("household", sa.BigInteger(), nullable=True),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "part IN ('exclusive', 'common')", name=op.f("acceptances_part_1_check")
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("acceptances_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["community"], ["onemap.communities.id"], name=op.f("acceptances_community_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["household"], ["onemap.households.id"], name=op.f("acceptances_household_fkey")
        ),
        sa.ForeignKeyConstraint(["work"], ["onemap.works.id"], name=op.f("acceptances_work_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("acceptances_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("acceptances_community_idx"),
        "acceptances",
        ["community"],
        unique=False,
        schema="onemap",
    )
    op.create_index(
        op.f("acceptances_household_idx"),
        "acceptances",
        ["household"],
        unique=False,
        schema="onemap",
    )
    op.create_index(
        op.f("acceptances_work_idx"), "acceptances", ["work"], unique=False, schema="onemap"
    )
    op.create_table(
        "ballots",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("decision", sa.BigInteger(), nullable=False),
        sa.Column("household", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.Text(collation="C"), nullable=False),
        sa.Column("channel", sa.Text(collation="C"), nullable=False),
        sa.Column("cast_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("scan", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "answer IN ('favour', 'against', 'abstain')", name=op.f("ballots_answer_1_check")
        ),
        sa.CheckConstraint("channel IN ('paper', 'online')", name=op.f("ballots_channel_1_check")),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("ballots_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["decision"], ["onemap.decisions.id"], name=op.f("ballots_decision_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["household"], ["onemap.households.id"], name=op.f("ballots_household_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("ballots_pkey")),
        sa.UniqueConstraint("decision", "household", name=op.f("ballots_decision_household_key")),
        schema="onemap",
    )
    op.create_index(
        op.f("ballots_decision_idx"), "ballots", ["decision"], unique=False, schema="onemap"
    )
    op.create_index(
        op.f("ballots_household_idx"), "ballots", ["household"], unique=False, schema="onemap"
    )
    op.create_table(
        "reception_items",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("reception_point", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(collation="C"), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("reply", sa.Text(collation="C"), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("contact", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("reception_items_visibility_check")
        ),
        sa.ForeignKeyConstraint(
            ["reception_point"],
            ["onemap.reception_points.id"],
            name=op.f("reception_items_reception_point_fkey"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("reception_items_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("reception_items_reception_point_idx"),
        "reception_items",
        ["reception_point"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "warning_perimeters",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column(
            "geometry",
            geoalchemy2.types.Geometry(
                geometry_type="POLYGON",
                srid=4490,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
                nullable=False,
            ),
            nullable=False,
        ),
        sa.Column(
            "geom_3857",
            geoalchemy2.types.Geometry(
                srid=3857,
                dimension=2,
                spatial_index=False,
                from_text="ST_GeomFromEWKT",
                name="geometry",
            ),
            sa.Computed("ST_ForcePolygonCW(ST_Transform(geometry, 3857))", persisted=True),
            nullable=True,
        ),
        sa.Column("site", sa.BigInteger(), nullable=False),
        sa.Column("work_area", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(collation="C"), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("working_height_m", sa.Double(), nullable=False),
        sa.Column("allowance_m", sa.Double(), nullable=False),
        sa.Column("status", sa.Text(collation="C"), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hoarding", sa.Text(collation="C"), nullable=False),
        sa.Column("duty_phone", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="draft", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind IN ('facade', 'roof', 'pipe', 'road', 'lift', 'other')",
            name=op.f("warning_perimeters_kind_1_check"),
        ),
        sa.CheckConstraint(
            "status IN ('planned', 'active', 'suspended', 'lifted')",
            name=op.f("warning_perimeters_status_1_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("warning_perimeters_visibility_check")
        ),
        sa.CheckConstraint(
            "ST_IsValid(geometry)", name=op.f("warning_perimeters_geometry_valid_check")
        ),
        sa.CheckConstraint(
            "allowance_m <= 50", name=op.f("warning_perimeters_allowance_m_2_check")
        ),
        sa.CheckConstraint("allowance_m >= 0", name=op.f("warning_perimeters_allowance_m_1_check")),
        sa.CheckConstraint(
            "working_height_m <= 300", name=op.f("warning_perimeters_working_height_m_2_check")
        ),
        sa.CheckConstraint(
            "working_height_m >= 0", name=op.f("warning_perimeters_working_height_m_1_check")
        ),
        sa.ForeignKeyConstraint(
            ["site"], ["onemap.sites.id"], name=op.f("warning_perimeters_site_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["work_area"], ["onemap.work_areas.id"], name=op.f("warning_perimeters_work_area_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("warning_perimeters_pkey")),
        schema="onemap",
    )
    op.create_index(
        "warning_perimeters_geom_3857_idx",
        "warning_perimeters",
        ["geom_3857"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        "warning_perimeters_geometry_idx",
        "warning_perimeters",
        ["geometry"],
        unique=False,
        schema="onemap",
        postgresql_using="gist",
    )
    op.create_index(
        op.f("warning_perimeters_site_idx"),
        "warning_perimeters",
        ["site"],
        unique=False,
        schema="onemap",
    )
    op.create_index(
        op.f("warning_perimeters_work_area_idx"),
        "warning_perimeters",
        ["work_area"],
        unique=False,
        schema="onemap",
    )
    op.create_table(
        "exceptions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("site", sa.BigInteger(), nullable=False),
        sa.Column("perimeter", sa.BigInteger(), nullable=True),
        sa.Column("check", sa.Text(collation="C"), nullable=False),
        sa.Column("reason", sa.Text(collation="C"), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("approver", sa.Text(collation="C"), nullable=False),
        sa.Column("visibility", sa.Text(), server_default="published", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "visibility IN ('draft', 'published')", name=op.f("exceptions_visibility_check")
        ),
        sa.CheckConstraint(
            "\"check\" IN ('drop_zone', 'egress', 'fire_lane', 'storage', 'clash', 'place', 'roster', 'reception')",
            name=op.f("exceptions_check_1_check"),
        ),
        sa.ForeignKeyConstraint(
            ["perimeter"], ["onemap.warning_perimeters.id"], name=op.f("exceptions_perimeter_fkey")
        ),
        sa.ForeignKeyConstraint(["site"], ["onemap.sites.id"], name=op.f("exceptions_site_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("exceptions_pkey")),
        schema="onemap",
    )
    op.create_index(
        op.f("exceptions_perimeter_idx"), "exceptions", ["perimeter"], unique=False, schema="onemap"
    )
    op.create_index(
        op.f("exceptions_site_idx"), "exceptions", ["site"], unique=False, schema="onemap"
    )
