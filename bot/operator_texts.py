"""What the person who runs the bot reads in a terminal. The people in the chats are spoken to by handlers/texts."""

ABOUT = "Бот для тех, кто помогает школам с низкими результатами."
RUN = "работать: принимать обновления Telegram и отправлять сообщения"
DEMO = "показать бота без Telegram: страница с чатами на этой машине, люди и школы для примера"
DEMO_PORT = "порт страницы; 0 — любой свободный (по умолчанию 8010)"
DEMO_FOLDER = "где хранить базу и файлы примера (по умолчанию var/demo)"
DEMO_FRESH = "начать с чистого листа: прежняя база примера удаляется"
MIGRATE = "привести базу данных к этой версии программы"
MIGRATE_CHECK = "только проверить: база на последней версии, таблицы в коде те же; ничего не менять"
BACKUP = "сохранить копию базы в файл, не останавливая бота"
BACKUP_FILE = "файл копии; существующий не перезаписывается"
IMPORT = "загрузить справочник из csv или xlsx: сначала отчёт по строкам, запись после подтверждения"
IMPORT_KIND = "что загружается"
IMPORT_FILE = "файл csv (UTF-8) или xlsx"
IMPORT_YES = "записать без вопроса"
IMPORT_REPORT = "только отчёт, ничего не записывать"
IMPORT_REGION = "roadmap: для какого региона план, название или часть названия"
IMPORT_MUNICIPALITY = "roadmap: для какого муниципалитета план"
IMPORT_YEARS = "roadmap: на какие годы план, если он не говорит этого сам: 2026/27, 2026, 2026-2027"
IMPORT_MOVE = "roadmap: план прошлых лет перенести на год, который идёт сейчас"
IMPORT_DATELESS = "roadmap: пункты с непонятным сроком записать без срока"
PLAN_WHERE = "Скажите, для кого план: --region или --municipality с названием."
PLAN_OPEN = (
    "Ничего не записано: есть пункты с непонятным сроком. Ответьте на вопросы в чате, загрузив тот же файл, "
    "или добавьте --open-without-date: такие пункты останутся без срока."
)
INVITE = "выпустить пригласительную ссылку; она печатается последней строкой"
INVITE_ROLE = "роль приглашаемого"
INVITE_REGION = "регион: код или название"
INVITE_MUNICIPALITY = "муниципалитет: код или название"
INVITE_SCHOOL = "школа: номер или короткое название"
INVITE_SUBJECT = "предмет, можно повторить"
INVITE_DAYS = "сколько дней действует ссылка (по умолчанию 14)"
OUTBOX = "что бот должен отправить и что отправить не удалось"
OUTBOX_FAILED = "только то, что не доставлено"
OUTBOX_REQUEUE = "отправить ещё раз сообщение с этим номером (из тех, что не доставлены)"
OUTBOX_REQUEUED = "Сообщение поставлено в очередь."
OUTBOX_NOT_REQUEUED = "Среди недоставленных нет сообщения с таким номером."
OUTBOX_EMPTY = "Ничего не ждёт отправки."
CHECK_CONFIG = "проверить настройки и сказать простыми словами, что не так"
CHECK_OFFLINE = "не обращаться к Telegram и базе данных"

NO_TOKEN = "SHNOR_BOT_TOKEN не задан: получите токен у @BotFather и впишите его в .env."
CONFIG_IS_GOOD = "Настройки в порядке."
DATABASE_IS_CURRENT = "База данных соответствует этой версии программы."
DATABASE_IS_OLD = "База данных не соответствует этой версии программы: shnor-bot migrate."
NO_PG_DUMP = "Не найден pg_dump: установите клиент PostgreSQL (на Debian — postgresql-client)."
SAMPLE_OPERATOR_NAME = "Управление образования (образец)"
SAMPLE_OPERATOR_ADDRESS = "г. Примерный, ул. Образцовая, 1"
SAMPLE_OPERATOR_REGISTER = "00-00-000000 (образец)"

_FAULTS = {
    "database_kind": "нужен адрес sqlite:///путь/к/файлу или postgresql://пользователь:пароль@сервер/база",
    "database_memory": "база в памяти пропадёт вместе с процессом: укажите файл, sqlite:///путь/к/файлу",
    "web_address": "нужен адрес вида https://имя",
    "proxy_address": "нужен адрес прокси вида http://сервер:порт",
    "redis_address": "нужен адрес вида redis://сервер:6379/0",
    "token_shape": "не похоже на токен: @BotFather выдаёт «число:буквы», без пробелов",
    "webhook_secret": "нужно от 16 до 256 знаков: латинские буквы, цифры, _ и -",
    "id_list": "нужны числовые id через запятую",
    "movable_clock_abroad": "SHNOR_CLOCK=movable — только для репетиции: SHNOR_API_URL должен вести на эту машину",
    "unpaced_abroad": "SHNOR_CALLS_PER_SECOND=0 — только для проверок: SHNOR_API_URL должен вести на эту машину",
    "webhook_incomplete": "для SHNOR_MODE=webhook нужны SHNOR_WEBHOOK_URL и SHNOR_WEBHOOK_SECRET",
    "webhook_needs_https": "SHNOR_WEBHOOK_URL должен начинаться с https://: иначе Telegram его не примет",
    "int_parsing": "нужно целое число",
    "int_type": "нужно целое число",
    "greater_than_equal": "число слишком мало: не меньше {ge}",
    "less_than_equal": "число слишком велико: не больше {le}",
    "literal_error": "допустимо только: {expected}",
    "enum": "допустимо только: {expected}",
}


def fault(code: str, context: dict[str, object], name: str | None) -> str:
    """One fault of the settings. `name` is the setting's full name, None when several contradict each other."""
    words = _FAULTS.get(code, "значение не подходит").format_map({key: str(value) for key, value in context.items()})
    words = words.replace(" or ", " или ")
    return words if name is None else f"{name}: {words}"


def bad_settings(lines: list[str]) -> str:
    """Several faults in one line: the first, and how many more `check-config` will show."""
    rest = len(lines) - 1
    return lines[0] if rest < 1 else f"{lines[0]} (и ещё {rest}: shnor-bot check-config)"


def wrong_token(api_url: str) -> str:
    """The Bot API does not know the token."""
    return f"SHNOR_BOT_TOKEN не подошёл: {api_url} его не знает. Проверьте токен у @BotFather."


def api_unreachable(api_url: str) -> str:
    """Nothing answers at the address of the Bot API."""
    return f"{api_url} не отвечает. Проверьте сеть, SHNOR_API_URL и SHNOR_PROXY_URL."


def port_taken(host: str, port: int) -> str:
    """The address of the HTTP side cannot be used."""
    return (
        f"Адрес {host}:{port} занят или недоступен. Укажите другой SHNOR_HTTP_PORT или остановите то, что его держит."
    )


def database_unreachable(place: str) -> str:
    """The database does not open."""
    return f"База данных {place} не открывается. Проверьте SHNOR_DATABASE_URL, права и что сервер работает."


def no_such_file(name: str, path: str) -> str:
    """A setting names a file that is not there."""
    return f"{name}: файл {path} не читается"


def no_such_folder(name: str, path: str) -> str:
    """A setting names a folder that cannot be made or written to."""
    return f"{name}: в папку {path} нельзя писать"


def advice_operator(names: list[str]) -> str:
    """The consent must name the operator of personal data (152-ФЗ, ст. 9)."""
    return f"Совет: согласие должно называть оператора персональных данных, заполните {', '.join(names)}."


def file_exists(path: str) -> str:
    """A command would overwrite a file."""
    return f"Файл {path} уже есть: укажите другое имя."


def backup_done(path: str, size: int) -> str:
    """A copy of the database was written; `size` in bytes."""
    return f"Копия записана: {path}, {size / 1024 / 1024:.1f} МБ."


def cannot_write(path: str) -> str:
    """A command cannot make its file."""
    return f"Файл {path} нельзя записать: проверьте папку и права."


_NOTICE_STATES = {
    "planned": "ждёт",
    "sending": "отправляется",
    "held": "отложено",
    "missed": "опоздало",
    "failed": "не доставлено",
    "unknown": "неизвестно",
}


def notice_state(state: str) -> str:
    """A state of a row of the outbox."""
    return _NOTICE_STATES[state]


def which_place(typed: str, names: list[str]) -> str:
    """What was typed names nothing, or several; at most eight names are offered."""
    if not names:
        return f"«{typed}» не найдено. Сначала загрузите справочник: shnor-bot import."
    return f"«{typed}»: уточните, что имеется в виду: {', '.join(names[:8])}."


def plan_years(typed: str | None, readings: list[str]) -> str:
    """The years of a plan are not known, or may be meant in several ways."""
    start = "Скажите годы плана" if typed is None else f"Годы «{typed}» поняты не до конца"
    if not readings:
        return f"{start}: например, --years 2026/27 или --years 2026."
    return f"{start}: --years. Можно понять так: {'; '.join(readings)}."


def cannot_invite(role: str) -> str:
    """The place does not suit the role, the subject is not in the catalogue, or the term is out of range."""
    return (
        f"Роль {role}: укажите место того уровня, на котором она работает "
        "(--school, --municipality или --region; у admin места нет), и срок от 1 до 90 дней."
    )


def demo_is_open(url: str) -> str:
    """The line after which the page answers."""
    return f"Откройте в браузере: {url}  (остановить: Ctrl+C)"
