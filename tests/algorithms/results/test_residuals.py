"""Residuals of control points as features."""

from gridr_qgis.algorithms.results.residuals import RESIDUALS, residual_features
from helpers.judged import judged


def test_each_point_is_a_feature_with_all_attributes():
    points = judged(10, disabled=(3,))
    features = list(residual_features(points))
    assert len(features) == 10
    for geometry, values in features:
        assert len(values) == len(RESIDUALS.attributes)
        found = dict(zip(RESIDUALS.attributes, values))
        assert geometry.asPoint().x() == found["x"]
        assert all(
            isinstance(value, kind)
            for value, kind in zip(values, RESIDUALS.attributes.values())
        )
    assert features[2][1][-2:] == [0, "disabled"]


def test_what_is_not_known_is_none():
    for _, values in residual_features(judged(3)):
        found = dict(zip(RESIDUALS.attributes, values))
        assert found["left_out"] is None
        assert found["residual"] < 1e-9
