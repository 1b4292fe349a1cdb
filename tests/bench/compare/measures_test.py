# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures on signals with known answers: python3 measures_test.py. Exit code 77 where numpy is missing."""
import sys
import unittest
from pathlib import Path

try:
    import numpy as np
except ImportError:
    print("numpy is missing: skipped")
    sys.exit(77)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from compare import measures  # noqa: E402
from compare.report import table  # noqa: E402
from compare.targets import Target  # noqa: E402

SAMPLES = 100 * measures.HOP
NOISE = np.random.default_rng(1).standard_normal(SAMPLES) * 3000


def tone(hertz: float, samples: int = SAMPLES) -> np.ndarray:
    return 1000 * np.sin(2 * np.pi * hertz * np.arange(samples) / measures.RATE)


class MeasuresTest(unittest.TestCase):
    def test_magnitudes_ofATone_peakAtItsBin(self):
        frames = measures.magnitudes(tone(1000))
        self.assertEqual(frames.shape, (101, measures.bins_below()))
        self.assertEqual(int(frames[50].argmax()), 400)  # bins of 2.5 Hz
        self.assertAlmostEqual(float(frames[50].max()), 1000 / 2 * measures.WINDOW / 2, delta=100)  # amplitude/2 * sum of the window

    def test_melBank_neighbours_crossFade(self):
        sums = measures.mel_bank()[1000:3900].sum(axis=1)  # 2.5 to 9.75 kHz
        self.assertTrue(np.allclose(sums, 1, atol=1e-4))

    def test_convergence_ofATenthLess_isMinusTwentyDb(self):
        frames = measures.magnitudes(NOISE)
        self.assertAlmostEqual(measures.convergence_db(frames, 0.9 * frames), -20, places=3)

    def test_logDistance_ofSixDb_isSix(self):
        frames = np.abs(np.random.default_rng(2).uniform(1, 2, (50, 50)))
        self.assertAlmostEqual(measures.log_distance_db(frames, frames * 10 ** (6 / 20)), 6, places=6)

    def test_logDistance_underTheFloor_isNothing(self):
        frames = np.array([[1.0, 1e-6]])
        self.assertEqual(measures.log_distance_db(frames, np.array([[1.0, 1e-9]])), 0)

    def test_onsets_ofItself_correlate(self):
        frames = measures.magnitudes(NOISE, *measures.SHORT)
        self.assertAlmostEqual(measures.onset_correlation(frames, frames), 1)

    def test_quality_ofTheOriginal_isPerfect(self):
        image = measures.mel(measures.magnitudes(NOISE))
        quality = measures.Reference(NOISE, image).quality(NOISE * (1 - 1e-6))
        self.assertLess(quality.sc, -100)
        self.assertLess(quality.img, 0.001)

    def test_image_keepsLevelsToHalfAStep(self):
        mel = np.random.default_rng(3).uniform(0, 1e6, (20, 512)).astype(np.float32)
        kept = measures.through_image(mel)
        error = np.abs(measures.levels(kept, mel.max()) - measures.levels(mel, mel.max()))
        self.assertLessEqual(float(error.max()), 0.501)

    def test_seams_ofASteadySound_areNone(self):
        steady = np.random.default_rng(4).standard_normal(8 * 22050) * 1000
        self.assertAlmostEqual(measures.seam_flux_ratio(steady, 22050), 1, delta=0.15)
        self.assertAlmostEqual(measures.seam_jump_ratio(steady, 22050), 1, delta=0.8)  # a mean of seven differences

    def test_seams_whereAToneJumps_areFound(self):
        piece = tone(441.7, 22050)  # ends at another phase than it begins with
        row = np.tile(piece + np.random.default_rng(5).standard_normal(22050), 8)
        self.assertGreater(measures.seam_flux_ratio(row, 22050), 2)
        self.assertGreater(measures.seam_jump_ratio(row, 22050), 3)

    def test_midSide_ofOneChannel_isEven(self):
        self.assertAlmostEqual(measures.mid_side_db(NOISE, 0 * NOISE), 0, places=3)
        self.assertGreater(measures.mid_side_db(NOISE, 0.99 * NOISE), 40)

    def test_target_betweenItsLimits_passes(self):
        self.assertEqual(Target("", "", 1.0, least=0.8, most=1.3).verdict(), "PASS")
        self.assertEqual(Target("", "", 1.4, least=0.8, most=1.3).verdict(), "MISS")
        self.assertEqual(Target("", "", None, most=25).verdict(), "-")

    def test_table_alignsNumbersToTheRight(self):
        self.assertEqual(table([["a", "n"], ["x", "1.0"], ["yy", "10.0"]]), "a      n\n--  ----\nx    1.0\nyy  10.0")


if __name__ == "__main__":
    unittest.main()
