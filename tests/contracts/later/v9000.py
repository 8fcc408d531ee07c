"""A schema of some later day: a slow migration that makes a table, a column and an entry in every row."""

import time

import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("remarks", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("words", sa.Text()))
    op.add_column("reports", sa.Column("remark", sa.Text()))
    for name in op.get_bind().execute(sa.text("SELECT name FROM reports ORDER BY name")).scalars().all():
        op.get_bind().execute(sa.text("UPDATE reports SET remark = 'on ' || name WHERE name = :name"), {"name": name})
        op.get_bind().execute(sa.text("INSERT INTO remarks (words) VALUES (:name)"), {"name": name})
        time.sleep(0.002)
