"""New files for the editor: a workspace, an issue, an item, own templates. Nothing that is there is overwritten."""

from zugong.scaffold.issues import new_issue, new_item
from zugong.scaffold.own_templates import TEMPLATES, copy_template
from zugong.scaffold.schemas import stale_schemas, write_schemas
from zugong.scaffold.workspace import init

__all__ = ["TEMPLATES", "copy_template", "init", "new_issue", "new_item", "stale_schemas", "write_schemas"]
