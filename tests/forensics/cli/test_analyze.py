"""The command line: `python -m forensics analyze`."""

import hashlib
import json
import os
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader
from skimage.data import astronaut
from small_detector import small_card, small_detector
from specimens import TinyNetwork

from forensics.__main__ import main
from forensics.analysis import image
from forensics.cli.analyze import _progress
from forensics.cli.commands import COMMANDS
from forensics.detectors import registry
from forensics.types.model_card import write_card

pytestmark = pytest.mark.slow

RED, BLUE, GRAY = (250, 20, 20), (20, 20, 250), (128, 128, 128)


@pytest.fixture(autouse=True)
def _red_against_blue(monkeypatch):
    monkeypatch.setattr(registry, "load_detector", lambda _: small_detector())


def save(path: Path, color: tuple[int, int, int], size: tuple[int, int] = (20, 10)) -> Path:
    Image.new("RGB", size, color).save(path)
    return path


def analyze(*arguments: object) -> int:
    return main(["analyze", *map(str, arguments)])


def written(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_json_holds_every_file_in_order_with_its_score(tmp_path, capsys):
    save(tmp_path / "a.png", RED), save(tmp_path / "b.png", BLUE), save(tmp_path / "c.png", GRAY)
    out = tmp_path / "out.json"
    assert analyze(tmp_path, "--faces", "whole", "--json", out) == 0
    document = written(out)
    assert document["schema"] == "telltale.analysis/2"
    assert document["settings"] == {"faces": "whole", "detector": "telltale", "max_faces": 512, "sample_fps": 5.0}
    assert document["versions"]["numpy"] == np.__version__
    assert [Path(file["path"]).name for file in document["files"]] == ["a.png", "b.png", "c.png"]
    faces = [file["faces"][0] for file in document["files"]]
    assert [face["decision"] for face in faces] == ["signs of manipulation", "no signs found", "inconclusive"]
    assert [face["box"] for face in faces] == [[0, 0, 20, 10]] * 3
    assert faces[2]["fake_score"] == 0.5
    assert capsys.readouterr() == ("", "")


def test_without_json_a_table_of_one_line_a_face_goes_to_the_standard_output(tmp_path, capsys):
    save(tmp_path / "a.png", GRAY)
    assert analyze(tmp_path / "a.png", "--faces", "whole") == 0
    heading, line = capsys.readouterr().out.splitlines()
    assert heading.split() == ["SCORE", "DECISION", "ANY", "KNOWN", "FACE", "BOX", "OR", "SECONDS", "FILE"]
    assert line.split() == ["0.500", "inconclusive", "1.0", "-", "1", "0,", "0,", "20,", "10", str(tmp_path / "a.png")]


def test_a_picture_without_a_face_says_so(tmp_path, capsys):
    save(tmp_path / "a.png", GRAY, (64, 64))
    assert analyze(tmp_path / "a.png") == 0
    assert "no face found" in capsys.readouterr().out


def test_faces_are_found_and_scored(tmp_path):
    Image.fromarray(astronaut()[:300, 100:400]).save(tmp_path / "a.png")
    assert analyze(tmp_path / "a.png", "--json", tmp_path / "out.json") == 0
    (face,) = written(tmp_path / "out.json")["files"][0]["faces"]
    left, top, right, bottom = face["box"]
    assert left < 124 < right  # the tip of her nose
    assert top < 120 < bottom
    assert face["detector_confidence"] > 0.8


def test_what_fails_gets_one_line_and_the_others_are_written(tmp_path, capsys):
    save(tmp_path / "good.png", RED)
    (tmp_path / "bad<b>.jpg").write_bytes(b"no picture at all")
    out = tmp_path / "out.json"
    code = analyze(tmp_path / "bad<b>.jpg", tmp_path / "missing.jpg", tmp_path, "--faces", "whole", "--json", out)
    files = written(out)["files"]
    errors = capsys.readouterr().err.splitlines()
    assert code == 1
    assert [file["error"] and file["error"]["code"] for file in files] == ["not_a_picture", "missing_file", None]
    assert files[0]["sha256"] == hashlib.sha256(b"no picture at all").hexdigest()
    assert len(errors) == 2
    assert "bad<b>.jpg: The file is not a picture or a video" in errors[0]
    assert "missing.jpg: There is no such file" in errors[1]


def test_nothing_that_is_no_picture_ends_a_run_of_many(tmp_path, capsys):
    """Loops of links, a pipe, a folder and a name that is no Unicode; a picture without its palette is one of the
    decoder's own assertions."""
    folder = tmp_path / "many"
    (folder / "folder.jpg").mkdir(parents=True)
    save(folder / "folder.jpg" / "good.png", RED)
    (folder / "one.jpg").symlink_to("two.jpg"), (folder / "two.jpg").symlink_to("one.jpg")
    (folder / "nowhere.jpg").symlink_to("missing.jpg")
    os.mkfifo(folder / "pipe.jpg")
    (folder / "palette.png").write_bytes(palette_without_colors())
    Path(os.fsdecode(bytes(folder) + b"/\xff.png")).write_bytes((folder / "folder.jpg" / "good.png").read_bytes())
    out = tmp_path / "out.json"
    assert analyze(folder, folder / "one.jpg" / "x", "--faces", "whole", "--json", out) == 1
    assert {Path(file["path"]).name: file["error"] and file["error"]["code"] for file in written(out)["files"]} == {
        "?.png": None,
        "good.png": None,
        "nowhere.jpg": "missing_file",
        "one.jpg": "link_loop",
        "two.jpg": "link_loop",
        "x": "link_loop",
        "pipe.jpg": "no_ordinary_file",
        "palette.png": "damaged",
    }
    assert "one.jpg: The path is a loop of links" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "code"),
    [(ZeroDivisionError(), "fault"), (MemoryError(), "fault"), (OSError(28, "No space left on device"), "unwritable")],
)
def test_what_one_file_raises_unexpectedly_is_said_of_it_and_the_others_are_analyzed(
    tmp_path, capsys, caplog, monkeypatch, raised, code
):
    save(tmp_path / "a.png", RED), save(tmp_path / "b.png", BLUE), save(tmp_path / "c.png", GRAY)
    before = image.analyze_image

    def analyze_or_break(media, *more):
        if media.name == "b.png":
            raise raised
        return before(media, *more)

    monkeypatch.setattr(image, "analyze_image", analyze_or_break)
    out = tmp_path / "out.json"
    assert analyze(tmp_path, "--faces", "whole", "--json", out) == 1
    errors = [file["error"] and file["error"]["code"] for file in written(out)["files"]]
    assert errors == [None, code, None]
    assert "b.png" in capsys.readouterr().err
    assert caplog.records[0].exc_info[1] is raised


def palette_without_colors() -> bytes:
    """A PNG of one pixel by a palette that is not there."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def test_masks_have_the_size_of_the_picture_and_the_name_of_its_hash(tmp_path):
    pixels = np.full((10, 20, 3), BLUE, np.uint8)
    pixels[:, 10:] = RED
    Image.fromarray(pixels).save(tmp_path / "a.png")
    assert analyze(tmp_path / "a.png", "--faces", "whole", "--masks", tmp_path / "masks") == 0
    digest = hashlib.sha256((tmp_path / "a.png").read_bytes()).hexdigest()
    (path,) = (tmp_path / "masks").iterdir()
    with Image.open(path) as mask:
        assert (path.name, mask.mode, mask.size) == (f"{digest}.png", "L", (20, 10))
        assert (mask.getpixel((2, 5)), mask.getpixel((17, 5))) == (0, 255)


def test_a_mask_is_black_where_no_face_was_found(tmp_path):
    save(tmp_path / "a.png", GRAY, (64, 64))
    assert analyze(tmp_path / "a.png", "--masks", tmp_path / "masks") == 0
    (path,) = (tmp_path / "masks").iterdir()
    with Image.open(path) as mask:
        assert (mask.size, mask.getextrema()) == ((64, 64), (0, 0))


def test_the_same_bytes_are_analyzed_once_and_listed_under_every_name(tmp_path, monkeypatch):
    save(tmp_path / "a.png", RED)
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes())
    calls, original = [], image.analyze_image
    monkeypatch.setattr(image, "analyze_image", lambda *given: calls.append(given) or original(*given))
    assert analyze(tmp_path, "--faces", "whole", "--json", tmp_path / "out.json") == 0
    first, second = written(tmp_path / "out.json")["files"]
    assert len(calls) == 1
    assert (first["name"], second["name"], Path(second["path"]).name) == ("a.png", "b.png", "b.png")
    assert first["faces"] == second["faces"]


def test_a_folder_without_pictures_is_wrong_use(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("x")
    assert analyze(tmp_path, "--json", tmp_path / "out.json") == 2
    assert "There is no picture or video in the folder" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_a_folder_without_pictures_beside_a_good_file_is_a_failure(tmp_path, capsys):
    save(tmp_path / "a.png", RED)
    (tmp_path / "empty").mkdir()
    assert analyze(tmp_path / "a.png", tmp_path / "empty", "--faces", "whole", "--json", tmp_path / "o.json") == 1
    files = written(tmp_path / "o.json")["files"]
    assert [file["error"] and file["error"]["code"] for file in files] == [None, "no_pictures"]
    assert capsys.readouterr().err.count("\n") == 1


def test_files_passed_over_in_a_folder_are_counted(tmp_path, capsys):
    save(tmp_path / "a.png", RED)
    (tmp_path / "notes.txt").write_bytes(b"x")
    assert analyze(tmp_path, "--faces", "whole") == 0
    assert capsys.readouterr().err == "telltale: 1 other files in folders were passed over; name them to try them.\n"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--json", "missing/out.json"], "does not exist"),
        (["--json", "out", "--pdf", "out"], "the same file"),
        (["--json", "a.png"], "is one of the files to analyze"),
        (["--masks", "a.png"], "cannot be made"),
        (["--explain", "occlusion"], "--explain writes to the report or the JSON"),
        (["--explain", "magic", "--pdf", "out.pdf"], "There is no method 'magic'"),
        (["--explain", "gradcam:magic", "--json", "o.json"], "There is no target 'magic'"),
        (["--explain", "gradcam:region", "--json", "o.json"], "has to be drawn on the face"),
    ],
)
def test_wrong_use_is_refused_before_the_work(tmp_path, monkeypatch, capsys, options, sentence):
    monkeypatch.chdir(tmp_path)
    save(tmp_path / "a.png", RED)
    before = (tmp_path / "a.png").read_bytes()
    assert analyze("a.png", *options) == 2
    output = capsys.readouterr()
    assert sentence in output.err
    assert (output.out, output.err.count("\n")) == ("", 1)
    assert (tmp_path / "a.png").read_bytes() == before


@pytest.mark.parametrize("arguments", [[], ["analyze"], ["analyze", "x", "--faces", "none"], ["conjure"]])
def test_wrong_arguments_end_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_an_unknown_detector_ends_with_two_and_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.undo()
    save(tmp_path / "a.png", RED)
    assert analyze(tmp_path / "a.png", "--detector", "oracle") == 2
    assert capsys.readouterr().err.startswith("telltale: There is no detector 'oracle'")


def test_weights_with_a_wrong_hash_end_with_two_and_a_sentence(tmp_path, monkeypatch, capsys):
    save(tmp_path / "a.png", RED)
    write_card(small_card(), tmp_path / "telltale.json")
    (tmp_path / "telltale.safetensors").write_bytes(b"not what the card says")
    monkeypatch.undo()
    monkeypatch.setattr(registry, "load_detector", lambda name: registry.read_detector(name, tmp_path))
    assert analyze(tmp_path / "a.png", "--json", tmp_path / "out.json") == 2
    assert "are not those of its card" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_an_original_is_not_overwritten_by_another_spelling_of_its_path(tmp_path, capsys):
    save(tmp_path / "a.png", RED)
    (tmp_path / "sub").mkdir()
    before = (tmp_path / "a.png").read_bytes()
    assert analyze(tmp_path / "a.png", "--json", tmp_path / "sub" / ".." / "a.png") == 2
    assert (tmp_path / "a.png").read_bytes() == before
    assert "is one of the files to analyze" in capsys.readouterr().err


def test_a_picture_named_as_its_own_mask_is_not_written_over_and_the_others_go_on(tmp_path, capsys):
    picture = save(tmp_path / "a.png", RED)
    before = picture.read_bytes()
    digest = hashlib.sha256(before).hexdigest()
    named = picture.rename(tmp_path / f"{digest}.png")
    other = save(tmp_path / "b.png", BLUE)
    options = ("--faces", "whole", "--masks", tmp_path, "--json", tmp_path / "out.json")
    assert analyze(named, other, *options) == 1
    assert named.read_bytes() == before
    first, second = written(tmp_path / "out.json")["files"]
    assert (first["error"]["group"], second["error"]) == ("wrong_output", None)
    assert (tmp_path / f"{second['sha256']}.png").exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_full_disk_ends_with_a_sentence(tmp_path, monkeypatch, capsys):
    save(tmp_path / "a.png", RED)

    def full_disk(*_):
        raise OSError(28, "No space left on device", "out.json")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    assert analyze(tmp_path / "a.png", "--faces", "whole", "--json", tmp_path / "out.json") == 2
    assert capsys.readouterr().err == "telltale: out.json could not be read or written (No space left on device).\n"


def test_ctrl_c_ends_with_130(tmp_path, monkeypatch, capsys):
    save(tmp_path / "a.png", RED)

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(image, "analyze_image", stop)
    assert analyze(tmp_path / "a.png") == 130
    assert "Stopped" in capsys.readouterr().err


def test_the_pdf_is_written_with_the_failed_files(tmp_path):
    save(tmp_path / "a.png", RED)
    (tmp_path / "b.png").write_bytes(b"text")
    assert analyze(tmp_path, "--faces", "whole", "--pdf", tmp_path / "out.pdf") == 1
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages)
    assert hashlib.sha256((tmp_path / "a.png").read_bytes()).hexdigest() in "".join(text.split())
    assert "b.png" in text


@pytest.mark.usefixtures("few_random_maps")
def test_every_map_is_tested_and_the_same_command_writes_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "load_detector", lambda _: small_detector(TinyNetwork()))
    pixels = np.full((24, 20, 3), BLUE, np.uint8)
    pixels[:12] = RED
    Image.fromarray(pixels).save(tmp_path / "a.png")
    monkeypatch.chdir(tmp_path)
    options = ("--faces", "whole", "--explain", "hirescam", "--json", "out.json", "--pdf", "out.pdf")
    first, second = (
        [analyze("a.png", *options), *(Path(name).read_bytes() for name in ("out.json", "out.pdf"))] for _ in range(2)
    )
    assert first == second
    (entry,) = written(Path("out.json"))["files"][0]["faces"][0]["explanations"]
    assert (entry["method"], entry["target"]) == ("hirescam", "fake_evidence")
    assert entry["peak"][1] < 12  # red speaks for manipulation
    assert entry["trust"] in ("faithful", "weak", "not better than chance")
    assert entry["reason"]["sentence"] in " ".join(
        "".join(page.extract_text() for page in PdfReader("out.pdf").pages).split()
    )


def test_progress_is_shown_on_long_work_even_without_a_terminal():
    assert _progress((Path("x"),) * 19).disable
    assert not _progress((Path("x"),) * 20).disable


def test_a_single_file_has_no_bar_of_files(monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert [_progress((Path("x"),) * files).disable for files in (1, 2)] == [True, False]


def test_every_command_has_a_summary_of_one_line_and_its_two_functions():
    for module in COMMANDS.values():
        assert "\n" not in module.__doc__.partition("\n\n")[0]
        assert callable(module.add_arguments)
        assert callable(module.run)


@pytest.mark.parametrize(
    ("variable", "arguments", "said"),
    [
        ("en", [], "Find signs of manipulation"),
        ("de", [], "Anzeichen einer Manipulation in"),
        ("de", ["--language", "en"], "Find signs of manipulation"),
        ("en", ["--language=de"], "Anzeichen einer Manipulation in"),
        ("en", ["--lang", "de"], "Anzeichen einer Manipulation in"),
    ],
)
def test_help_is_in_the_language_that_is_asked_for(variable, arguments, said, monkeypatch, capsys):
    monkeypatch.setenv("TELLTALE_LANGUAGE", variable)
    with pytest.raises(SystemExit):
        analyze(*arguments, "--help")
    assert said in capsys.readouterr().out


def test_a_language_that_there_is_not_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as end:
        analyze("--language", "fr", "x")
    assert end.value.code == 2
    assert "invalid choice: 'fr'" in capsys.readouterr().err


def test_a_report_in_german_says_how_to_write_it_again_and_its_data_are_those_of_an_english_one(tmp_path, monkeypatch):
    save(tmp_path / "a.png", RED)
    monkeypatch.chdir(tmp_path)
    options = ["a.png", "--faces", "whole", "--pdf", "out.pdf", "--json"]
    assert analyze(*options, "en.json") == 0
    monkeypatch.setenv("TELLTALE_LANGUAGE", "de")
    assert analyze(*options, "de.json") == 0
    text = "".join(page.extract_text() for page in PdfReader("out.pdf").pages)
    assert "Untersuchung von Gesichtern" in text and "Examination" not in text
    assert "de.json --language de" in " ".join(text.split())
    assert Path("de.json").read_bytes() == Path("en.json").read_bytes()
    monkeypatch.setenv("TELLTALE_LANGUAGE", "en")
    first = Path("out.pdf").read_bytes()
    assert analyze(*options, "de.json", "--language", "de") == 0
    assert Path("out.pdf").read_bytes() == first
