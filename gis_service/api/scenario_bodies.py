"""The bodies of scenarios: a name, and the question as a choice asks it."""

from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from gis_service.api.planning import year_of
from gis_service.api.scenes import Body
from gis_service.api.selections import SelectBody
from gis_service.api.weight_sets import Name
from gis_service.planning.saving import Locks
from gis_service.store.scenarios import Scenario

Remark = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^[^\x00]*$")
]


class ScenarioQuestion(SelectBody):
    """What a choice is asked with; its candidates are the communities of the database."""

    @model_validator(mode="after")
    def _of_the_database(self) -> Self:
        if self.candidates is not None:
            raise PydanticCustomError("candidates_own", "a scenario has no candidates of its own")
        return self

    @classmethod
    def again(cls, scenario: Scenario) -> Self:
        """As it was asked, whatever has become of a weight set since."""
        kept = {**scenario.question, "set": None, "weights": scenario.weights}
        return cls.model_validate(kept)

    def kept(self) -> dict[str, Any]:
        """All that the answer depends on, whatever the defaults of a later version."""
        beside = {"candidates", "alternatives", "tolerance", "budgets_cny"}
        return {**self.model_dump(mode="json", exclude=beside), "year": year_of(self)}

    @property
    def locks(self) -> Locks:
        asked = self.constraints
        return Locks(frozenset(asked.lock_in), frozenset(asked.lock_out))


class Rename(Body):
    name: Name
    remark: Remark = ""


class ScenarioDraft(Rename):
    question: ScenarioQuestion = Field(description="As for /planning/select.")
