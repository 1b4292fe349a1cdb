# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of core/dsp/look/soundlook.cpp: fit_look.py TUNING.csv HOLDOUT.csv

The files are the output of `sonoloom-diagnosis-run figures` for other seeds each. Prints the terms to paste and how
often they are right on either file. Needs numpy.
"""
import csv
import sys

import numpy as np

SOUND = ["roughAcross", "roughDown", "roughTop", "roughBottom", "skew", "acrossFar", "downNear", "peaked", "columnShare",
         "acrossOverDown", "ridgeAcross", "roughAcross^2", "downNear^2", "columnShare^2"]
INVERTED = ["medianOver", "ridgeAcross", "skew", "ridgeDown"]
QUARTERS = ["roughTop", "roughBottom", "lowerOver"]
STRIPES = ["roughRise", "lowerOver"]
TURNED = ["skew", "ridgeAcross", "ridgeDown", "medianOver", "lowerOver"]


class Table:
    def __init__(self, path):
        with open(path, newline="") as file:
            rows = list(csv.reader(file))
        self.keys = rows[0][2:]
        self.names = np.array([row[0] for row in rows[1:]])
        self.figures = np.clip(np.array([[float(x) for x in row[2:]] for row in rows[1:]]), -20, 20)
        self.sound = np.array([name.startswith("riffusion") for name in self.names])

    def column(self, key):
        return self.keys.index(key)

    def inverted(self):
        figures = self.figures.copy()
        for key in TURNED:
            figures[:, self.column(key)] *= -1
        figures[:, self.column("mean")] = 1 - figures[:, self.column("mean")]
        return figures

    def flipped(self, figures):
        figures = figures.copy()
        figures[:, [self.column("lowerOver"), self.column("roughRise")]] *= -1
        top, bottom = self.column("roughTop"), self.column("roughBottom")
        figures[:, [top, bottom]] = figures[:, [bottom, top]]
        return figures

    def lying(self):
        """The four ways that a picture may lie."""
        turned = self.inverted()
        return [self.figures, self.flipped(self.figures), turned, self.flipped(turned)]


def regression(figures, wanted, penalty=1.0, start=True):
    """Logistic regression by Newton's method, both classes of equal weight; weights and start for raw figures."""
    mean = figures.mean(0) if start else 0 * figures.mean(0)
    spread = figures.std(0) + 1e-9
    cells = np.c_[(figures - mean) / spread, np.full(len(figures), float(start))]
    weight = np.where(wanted, 1 / wanted.sum(), 1 / (~wanted).sum()) * len(wanted) / 2
    factors = np.zeros(cells.shape[1])
    ridge = np.eye(len(factors)) * penalty
    ridge[-1, -1] = 1e-6
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(cells @ factors, -30, 30)))
        slope = cells.T @ (weight * (chance - wanted)) + ridge @ factors
        bend = (cells * (weight * chance * (1 - chance))[:, None]).T @ cells + ridge
        factors -= np.linalg.solve(bend, slope)
    raw = factors[:-1] / spread
    return raw, factors[-1] * start - raw @ mean


def chances(figures, model):
    return 1 / (1 + np.exp(-np.clip(figures @ model[0] + model[1], -30, 30)))


def columns(table, figures, keys):
    return np.stack([figures[:, table.column(key.split("^")[0])] ** (2 if "^" in key else 1) for key in keys], 1)


def task(table, kind):
    """Figures and what is wanted of them."""
    if kind == "sound":
        others = np.concatenate([way[~table.sound] for way in table.lying()])
        figures = np.concatenate([table.figures[table.sound], others])
        return figures, np.arange(len(figures)) < table.sound.sum()
    sounds = table.sound
    other = table.inverted() if kind == "inverted" else table.flipped(table.figures)
    figures = np.concatenate([other[sounds], table.figures[sounds]])
    return figures, np.arange(len(figures)) < sounds.sum()


def main():
    tuning, holdout = Table(sys.argv[1]), Table(sys.argv[2])
    for kind, keys in (("sound", SOUND), ("inverted", INVERTED), ("flipped", QUARTERS), ("flipped", STRIPES)):
        figures, wanted = task(tuning, kind)
        model = regression(columns(tuning, figures, keys), wanted, start=kind == "sound")
        print(kind)
        for key, weight in zip(keys, model[0]):
            field, _, square = key.partition("^")
            print(f"        {{&LookFigures::{field}, {weight:.4g}{', true' if square else ''}}},")
        print(f"        start {model[1]:.4g}")
        for name, table in (("tuning", tuning), ("holdout", holdout)):
            figures, wanted = task(table, kind)
            right = (chances(columns(table, figures, keys), model) > 0.5) == wanted
            print(f"    {name}: {100 * right[wanted].mean():.2f} % of what is so, {100 * right[~wanted].mean():.2f} % of what is not")


if __name__ == "__main__":
    main()
