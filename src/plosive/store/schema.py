"""The current tables, as columns without mapped classes; `migrations` brings a database to them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

METADATA = MetaData()


class Moment(TypeDecorator[datetime]):
    """A time in UTC. SQLite does not store the time zone, so it is added when the value is loaded."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert a value for the database."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Convert a value from the database."""
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


PRONUNCIATION_DICTS = Table(
    "pronunciation_dicts",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("organization", String(255), nullable=False),
    Column("name", String(255), nullable=False),
    Column("items", Text, nullable=False),  # JSON; never searched in SQL
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("organization", "name", name="pronunciation_dicts_name_key"),
)

API_KEYS = Table(
    "api_keys",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("digest", LargeBinary(32), nullable=False),
    Column("name", String(255), nullable=False),
    Column("organization", String(255), nullable=False),
    Column("scopes", String(255), nullable=False),  # separated by spaces, as OAuth writes them
    Column("concurrent_sessions", Integer),
    Column("requests_per_minute", Integer),
    Column("characters_per_minute", Integer),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("revoked_at", Moment),
)

API_KEY_CHANGES = Table("api_key_changes", METADATA, Column("count", Integer, nullable=False))
"""One row with a count of all changes of keys: servers poll it every 2 s instead of reading all keys."""

USAGE_BY_DAY = Table(
    "usage_by_day",
    METADATA,
    Column("organization", String(255), primary_key=True),
    Column("key_id", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("requests", BigInteger, nullable=False),
    Column("characters", BigInteger, nullable=False),
    Column("audio_s", Float(53), nullable=False),
)

AUDIO_RECORDS = Table(
    "audio_records",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("organization", String(255), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("path", Text, nullable=False),
    Column("content_type", String(255), nullable=False),
    Column("status", String(16), nullable=False),
    Index("audio_records_expires_at_idx", "expires_at"),
)
