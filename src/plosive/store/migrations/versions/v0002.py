"""Drop the digest of the request from audio records: no code read it."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop the column."""
    op.drop_column("audio_records", "request_digest")
