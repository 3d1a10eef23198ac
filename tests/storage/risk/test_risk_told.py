"""What curator and lead read of a risk profile, and which words they never meet."""

import re

from bot.use_cases import build
from handlers.risk.notices import RiskNotices
from handlers.texts import Texts
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Face, Reader
from shnor_domain.risk.model import Decision
from shnor_domain.risk.notices import DECIDED, WAITS
from shnor_domain.risk.programmes import Part
from tests.support.risk import EQUIPMENT, STAFF, Risk
from tests.support.village import whose

NEVER = re.compile("ШНОР|дефицит|неуспев|зон[ае] риска|отклон|отказ|просроч|верифик|активац", re.IGNORECASE)


async def said(risk: Risk, kind: str, who: str) -> list[str]:
    """What waits to be told to her, in words."""
    units = risk.street.village.units
    views: RiskNotices = build(RiskNotices, {"texts": Texts(), "read": units.read})
    reader = Reader(whose(risk.who(who)), ChatId(1), "Asia/Yakutsk")
    rows = [row for row in await risk.told(kind) if row.notice.person == reader.person]
    if kind == WAITS:
        return [(await views.waits(row, reader)).text for row in rows]
    return [(await views.decided(row, reader, Face.NEW)).text for row in rows]


async def test_the_curator_reads_what_waits_and_the_lead_what_was_decided(risk: Risk) -> None:
    await risk.enters("lead")
    staff = await risk.decides(STAFF, Decision.PARTLY, "не во всех классах")
    [waits] = await said(risk, WAITS, "curator")
    assert "СОШ № 1" in waits and "«Педагогические кадры»" in waits and "30 ноября" in waits
    await risk.returns("curator", staff, "покажите <данные>")
    [returned] = await said(risk, DECIDED, "lead")
    assert "покажите &lt;данные&gt;" in returned and "отправить снова" in returned
    case = await risk.activates(EQUIPMENT)
    version = await risk.sends(await risk.writes(case))
    await risk.sends_back("curator", version, "нет сроков", "нет показателей")
    risk.street.village.clock.forward(hours=1)
    again = await risk.sends(await risk.writes(case, Part.TERMS))
    await risk.agrees("curator", again)
    asked = await risk.asks_to_close(case)
    [closing] = await said(risk, WAITS, "curator")
    await risk.closes("curator", asked)
    told = await said(risk, DECIDED, "lead")
    assert any("2. нет показателей" in text for text in told) is False, "what was agreed has no open remarks"
    assert any("согласована" in text for text in told) and any("преодолён" in text for text in told)
    assert [text for text in (waits, returned, closing, *told) if NEVER.search(text)] == []
