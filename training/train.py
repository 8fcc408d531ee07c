"""Make the parser's weights, start to finish: python training/train.py --data TREEBANKS --out src/dateline/data/parser

Reads the UD treebanks named in ``TREEBANKS`` below the folder ``--data``, trains ``parser.cfg`` on one CPU core (about half
an hour), scores the test splits, and writes the pipeline with LICENSE, NOTICE and ``scores.json`` beside it.
Deterministic for one version of spaCy on one kind of machine. No lemmatizer: rules compare written forms.
"""

import argparse
import gzip
import json
import shutil
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.training.converters import conllu_to_docs
from thinc.api import NumpyOps, set_current_ops

HERE = Path(__file__).resolve().parent
TREEBANKS = {"ud_english_ewt": "en_ewt-ud-{}.conllu.gz", "gum_open": "gum_open-{}.conllu.gz"}


def docs(path: Path):
    """One Doc for every sentence of a gzipped CoNLL-U file; contractions stay split, as the tokenizer splits them."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        text = file.read()
    return conllu_to_docs(text, n_sents=1, merge_subtokens=False, no_print=True)


def corpus(data: Path, split: str, out: Path) -> Path:
    """Write the split of all treebanks as one DocBin, a sentence a Doc: so the coder parses."""
    bin_ = DocBin(attrs=["ORTH", "TAG", "HEAD", "DEP", "POS", "MORPH", "SENT_START", "SPACY"])
    for folder, name in TREEBANKS.items():
        for doc in docs(data / folder / name.format(split)):
            bin_.add(doc)
    bin_.to_disk(out)
    return out


def scores(model: Path, data: Path) -> dict[str, dict[str, float]]:
    """Accuracy on each treebank's test split, from raw text, one sentence at a time."""
    nlp, out = spacy.load(model), {}
    for folder, name in TREEBANKS.items():
        golds = DocBin(
            docs=docs(data / folder / name.format("test")), attrs=["ORTH", "TAG", "HEAD", "DEP", "POS", "SPACY"]
        )
        pairs = [Example(nlp.make_doc(g.text), g) for g in golds.get_docs(nlp.vocab)]
        with nlp.select_pipes(disable=["morphologizer"]):
            got = nlp.evaluate(pairs)
        out[folder] = {k: round(got[k], 4) for k in ("tag_acc", "dep_uas", "dep_las")}
    return out


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--steps", type=int, default=10000)
    p.add_argument("--work", type=Path, default=Path("out/training"), help="folder for the corpora and the runs")
    a = p.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    a.work.mkdir(parents=True, exist_ok=True)
    work = a.work
    paths = {f"paths.{s}": str(corpus(a.data, s, work / f"{s}.spacy")) for s in ("train", "dev")}
    spacy_train(HERE / "parser.cfg", work / "run", overrides={**paths, "training.max_steps": a.steps})
    nlp = spacy.load(work / "run" / "model-best")
    nlp.meta.update(name="dateline_parser", version="1.0", license="CC BY-SA 4.0", performance={})
    nlp.config["paths"] = {"train": None, "dev": None}
    nlp.to_disk(work / "final")
    (work / "final" / "scores.json").write_text(json.dumps(scores(work / "final", a.data), indent=1) + "\n")
    shutil.copytree(work / "final", a.out, dirs_exist_ok=True)
    for name in ("LICENSE", "NOTICE"):
        shutil.copy(HERE / name, a.out / name)


if __name__ == "__main__":
    main()
