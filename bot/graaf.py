"""Rasa's graph in a fixed order: worked out once, not for each message and each action anew.

Rasa gives its graph to Dask, which is made for graphs that run over many machines, and orders it every time.
"""

from __future__ import annotations

from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from rasa.engine.graph import GraphNode
from rasa.engine.runner.dask import DaskGraphRunner


class Loper(DaskGraphRunner):
    """Runs the nodes that the targets need, one after the other."""

    def __init__(self, *argumenten: Any, **namen: Any) -> None:
        super().__init__(*argumenten, **namen)
        self._plan = cache(self._maak_plan)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The output of each target, by its name; `inputs` stand in for nodes of theirs."""
        doelen = tuple(targets or self._graph_schema.target_names)
        uit = {naam: (naam, waarde) for naam, waarde in (inputs or {}).items()}
        for naam, knoop, nodig in self._plan(doelen):
            if naam not in uit:
                uit[naam] = knoop(*(uit[van] for van in nodig))
        return dict(uit[doel] for doel in doelen)

    def _maak_plan(self, doelen: tuple[str, ...]) -> list[tuple[str, GraphNode, tuple[str, ...]]]:
        """The nodes in an order in which each comes after what it needs."""
        knopen = self._graph_schema.minimal_graph_schema(list(doelen)).nodes
        nodig = {naam: tuple(knoop.needs.values()) for naam, knoop in knopen.items()}
        volgorde = TopologicalSorter(nodig).static_order()
        return [(naam, self._instantiated_nodes[naam], nodig[naam]) for naam in volgorde if naam in nodig]
