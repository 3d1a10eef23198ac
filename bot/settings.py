"""What an installation chooses, read once at the edge of the process and passed down as a value."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import setting_values

PREFIX = "SHNOR_"


class NamesInMessages(StrEnum):
    """How much of a person's name may stand in what Telegram carries (product rule 10)."""

    FULL = "full"
    PATRONYMIC = "patronymic"
    NONE = "none"


def _secret_token(value: SecretStr) -> SecretStr:
    setting_values.bot_token(value.get_secret_value())
    return value


def _secret_of_webhook(value: SecretStr) -> SecretStr:
    setting_values.webhook_secret(value.get_secret_value())
    return value


class Settings(BaseSettings):
    """All settings. Addresses with passwords in them and secrets never appear in `repr` or in errors of validation."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    bot_token: Annotated[SecretStr, AfterValidator(_secret_token)] | None = None
    api_url: Annotated[str, AfterValidator(setting_values.web_address)] = "https://api.telegram.org"
    proxy_url: Annotated[str, AfterValidator(setting_values.proxy_address)] | None = Field(default=None, repr=False)
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: Annotated[str, AfterValidator(setting_values.web_address)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret_of_webhook)] | None = None

    database_url: Annotated[str, AfterValidator(setting_values.database_url)] = Field(
        default="sqlite:///var/shnor.sqlite3", repr=False
    )
    redis_url: Annotated[str, AfterValidator(setting_values.redis_address)] | None = Field(default=None, repr=False)
    files_dir: Path = Path("var/files")

    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535, description="0 takes any free port")

    admin_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(setting_values.id_list)] = frozenset()
    operator_name: str | None = None
    operator_address: str | None = None
    operator_register: str | None = None
    consent_file: Path | None = None
    consent_version: int = Field(default=1, ge=1)
    consent_date: date = date(2026, 9, 1)
    retention_days: int = Field(default=30, ge=1)
    names_in_messages: NamesInMessages = NamesInMessages.FULL
    plan_month_day: int = Field(default=31, ge=1, le=31, description="31 is the last day of each month")
    offer_minutes: int = Field(default=60, ge=10, le=720, description="how long a freed seat is held for who waits")

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"
    clock: Literal["real", "movable"] = "real"
    calls_per_second: int = Field(default=30, ge=0, le=1000, description="0 paces nothing: a Bot API on this machine")

    @property
    def rehearsal(self) -> bool:
        """True when the clock may be moved; only ever together with a Bot API on this machine."""
        return self.clock == "movable"

    @property
    def sqlite_file(self) -> Path | None:
        """The file of the embedded database, None on PostgreSQL."""
        prefix = "sqlite+aiosqlite:///"
        return Path(self.database_url.removeprefix(prefix)) if self.database_url.startswith(prefix) else None

    @model_validator(mode="after")
    def _unpaced_only_at_home(self) -> Self:
        if self.calls_per_second == 0 and not setting_values.is_loopback(self.api_url):
            raise setting_values.refusal("unpaced_abroad")
        return self

    @model_validator(mode="after")
    def _movable_only_at_home(self) -> Self:
        if self.clock == "movable" and not setting_values.is_loopback(self.api_url):
            raise setting_values.refusal("movable_clock_abroad")
        return self

    @model_validator(mode="after")
    def _webhook_is_complete(self) -> Self:
        if self.mode == "polling":
            return self
        if self.webhook_url is None or self.webhook_secret is None:
            raise setting_values.refusal("webhook_incomplete")
        if not self.webhook_url.startswith("https://") and not setting_values.is_loopback(self.api_url):
            raise setting_values.refusal("webhook_needs_https")
        return self
