"""What the windows of one school share: the school, its profile as the reader sees it, and the picture of it."""

from dataclasses import dataclass, replace
from typing import cast

from aiogram_dialog import DialogManager

from handlers.people.eyes import named
from handlers.people.form import Form
from handlers.risk.picture import picture_of
from handlers.risk.words import RiskWords, words_of
from handlers.shell import given
from handlers.shell.acting import actor_of, preferences_of
from shnor_domain.identity import SchoolId, Territory
from shnor_domain.pictures import RiskPicture
from shnor_domain.results.use_cases.reading import ResultsOf, SchoolResults
from shnor_domain.risk.cards import RiskCard
from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.use_cases.catalogue import FactorsOfSchool
from shnor_domain.risk.use_cases.show import ShowRisk
from shnor_domain.work import OneState

_VIEW = "risk_view"


@dataclass(frozen=True, slots=True)
class RiskView:
    """Card and results as the reader may see them, and the value that text, picture and table are made of. She
    `saves_traffic`: no picture comes unasked."""

    words: RiskWords
    card: RiskCard
    results: SchoolResults
    picture: RiskPicture
    saves_traffic: bool

    @property
    def where(self) -> Territory:
        """The school with its municipality and region."""
        return self.card.where


def school_of(manager: DialogManager) -> SchoolId:
    """The school that this dialog was started with."""
    return SchoolId(int(Form(manager)["school"]))


async def the_card(manager: DialogManager) -> RiskCard:
    """As it stands now; refused as by `ShowRisk`."""
    return await (await given(manager, ShowRisk))(actor_of(manager), school_of(manager))


async def the_view(manager: DialogManager) -> RiskView:
    """Of the school of this dialog."""
    return await view_of(manager, school_of(manager))


async def view_of(manager: DialogManager, school: SchoolId) -> RiskView:
    """Read once an update: the window, and the picture that goes below it, tell the same. Refused as by `ShowRisk`."""
    data, actor = manager.middleware_data, actor_of(manager)
    known = data.get(_VIEW)
    if known is not None and known[0] == school:
        return cast(RiskView, known[1])
    one_state = await given(manager, OneState)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    async with one_state():
        card = await (await given(manager, ShowRisk))(actor, school)
        results = await (await given(manager, ResultsOf))(actor, school)
        preferences = await preferences_of(manager)
        words = await words_of(manager, preferences)
        # the school itself has come with its results
        place = replace(await named(manager, replace(card.where, school=None)), school=results.school)
    view = RiskView(words, card, results, picture_of(words, place, card, results), preferences.save_traffic)
    data[_VIEW] = (school, view)
    return view


async def factor_names(manager: DialogManager) -> dict[FactorCode, str]:
    """Short names by code, in the order of the catalogue, with what is offered no more."""
    found = await (await given(manager, FactorsOfSchool))(actor_of(manager), school_of(manager))
    return {one.code: one.name for one in found}


def forget_view(manager: DialogManager) -> None:
    """After something was changed in this very update."""
    manager.middleware_data.pop(_VIEW, None)
