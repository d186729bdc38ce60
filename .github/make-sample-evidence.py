#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the evidence files of the samples and writes their SHA-256 into the dossiers.

Run it at the root after adding a <file> to a sample: it needs python3-pil and python3-reportlab.
Everything in the files is invented; the same dossier gives the same bytes.
"""
import hashlib
import io
import pathlib
import random
import re

from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas


def paper(title, pages):
    target = io.BytesIO()
    sheet = canvas.Canvas(target, pagesize=A4, invariant=1, pageCompression=1)
    for page in range(1, pages + 1):
        sheet.setFont("Helvetica-Bold", 20)
        sheet.drawString(72, 740, title)
        sheet.setFont("Helvetica", 11)
        sheet.drawString(72, 710, f"Page {page} of {pages}. An invented paper of an invented person.")
        sheet.rect(60, 60, A4[0] - 120, A4[1] - 120)
        sheet.showPage()
    sheet.save()
    return target.getvalue()


def photograph(seed):
    chance = random.Random(seed)
    picture = Image.new("RGB", (390, 520), (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    coat = tuple(chance.randrange(20, 90) for _ in range(3))
    skin = (chance.randrange(170, 235), chance.randrange(130, 190), chance.randrange(110, 160))
    draw.ellipse((40, 380, 350, 760), fill=coat)
    draw.rectangle((165, 320, 225, 420), fill=skin)
    draw.ellipse((105, 90, 285, 370), fill=skin)
    draw.pieslice((95, 70, 295, 320), 180, 360, fill=(40, 30, 25))
    picture = picture.filter(ImageFilter.GaussianBlur(1))
    pixels = picture.load()
    for y in range(95, 520):
        for x in range(40, 350):
            if pixels[x, y] != (255, 255, 255):
                grain = chance.randrange(-22, 23)
                pixels[x, y] = tuple(max(0, min(255, c + grain)) for c in pixels[x, y])
    for quality in range(96, 40, -2):
        target = io.BytesIO()
        picture.save(target, "JPEG", quality=quality, dpi=(300, 300))
        if len(target.getvalue()) < 60 * 1024:
            return target.getvalue()
    raise SystemExit("no quality gives a small enough photograph")


for dossier in sorted(pathlib.Path("schemas/samples").glob("*/dossier.xml")):
    text = dossier.read_text(encoding="utf-8")
    for tag in re.findall(r"<file [^>]*/>", text):
        path = re.search(r'path="([^"]*)"', tag)[1]
        title = re.sub(r"^\d+-|\.\w+$", "", pathlib.Path(path).name).replace("-", " ")
        pages = re.search(r'pages="(\d+)"', tag)
        seed = f"{dossier.parent.name}/{path}"
        if path.endswith(".jpg"):
            content = photograph(seed)
        else:
            content = paper(f"{title.capitalize()} ({seed})", int(pages[1]) if pages else 1)
        target = dossier.parent / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        text = text.replace(tag, re.sub(r'sha256="[^"]*"', f'sha256="{digest}"', tag))
    dossier.write_text(text, encoding="utf-8")
