"""An image file that was looked at and can be printed."""

from __future__ import annotations

from enum import Enum

from zugong.classes import dataclass, field


class PictureKind(Enum):
    """What the content of the file says, not its name."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image (图片)."""

    kind: PictureKind
    data: bytes = field(repr=False)
    "the file as it is"
    width: float
    "its own width by the resolution that the file gives, else at 96 dots an inch; of an SVG as it says; pt"
    height: float
    "pt"


@dataclass(frozen=True, slots=True)
class PictureFault:
    """Why bytes cannot be printed as a picture."""

    reason: str
    "what is wrong, in Chinese, without a full stop"
    advice: str
    "what to do, in Chinese"
