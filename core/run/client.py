"""The client's side of a run on a cluster: what it asks workers, and waits for."""

from __future__ import annotations

import itertools
import pickle  # nosec B403 - workers load what this client has dumped
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pkgutil import resolve_name
from queue import Empty, SimpleQueue
from typing import Any, TypeVar
from uuid import uuid4

from rasterio.windows import Window

from ..errors import Cancelled, GridrError
from ..feedback import Feedback
from ..message import Message
from ..window import window_ranges
from . import needs
from .needs import OTHER_VERSION, Needs
from .patience import POLL, patiently
from .tally import Tally

Value = TypeVar("Value")
Call = Callable[..., object]

FOR_EVER = 1e9
"""Seconds in which a part that was lost with its worker is computed again."""
ANSWER = 30.0
"""Seconds in which all workers must answer a question."""
LOST = 30.0
"""Seconds after which a scheduler that is not there any more is given up."""
GOODBYE = 1.0
"""Seconds that a user who cancelled waits until the scheduler knows."""
NEWS = 60.0
"""Seconds without a finished part after which is looked whether there are workers."""


class Cluster:
    """The workers of a client, for one run.

    Parameters
    ----------
    client : dask.distributed.Client
        Connected to a scheduler.
    feedback : Feedback
        Takes progress and the wish to stop.
    """

    def __init__(self, client: Any, feedback: Feedback) -> None:  # noqa: ANN401
        if not hasattr(client, "submit") or getattr(client, "asynchronous", False):
            raise GridrError(
                "The client must be a dask.distributed.Client that is not "
                "asynchronous, got {kind}. Make it as Client('tcp://scheduler:8786').",
                kind=type(client).__name__,
            )
        self.client = client
        self.feedback = feedback
        self.topic = f"gridr-{uuid4().hex[:12]}"
        self.share = 0.0, 1.0
        """Of the run's progress: what is done already, and what this step adds."""
        self._done = 0.0
        self._running: dict[object, float] = {}
        self._futures: list[Any] = []
        self._numbers = itertools.count()

    @property
    def address(self) -> str:
        """Return the scheduler's address."""
        return str(self.client.scheduler.address)

    def threads(self) -> dict[str, int]:
        """Return the threads of each worker, by its address.

        Raises
        ------
        GridrError
            If there is none, or the scheduler does not answer.
        """
        threads: dict[str, int] = dict(self._ask(self.client.nthreads))
        if not threads:
            raise GridrError(
                "The scheduler {address} has no workers. Start some (dask worker "
                "{address}), or wait until they are there.",
                address=self.address,
            )
        return threads

    def check(self, needed: Needs) -> None:
        """Refuse workers that cannot do their part, before the first one.

        Raises
        ------
        GridrError
            With the address of one of them, and what it lacks.
        """
        # by a name of Python's own: a worker without our package knows it
        name = f"{needs.__name__}:VERSION"
        for worker, answer in self._ask_workers(resolve_name, name):
            fault = _fault_of(answer, needed)
            if fault:
                raise GridrError("Worker {worker} {fault}", worker=worker, fault=fault)
        for worker, answer in self._ask_workers(needed.fault):
            if answer is not None:
                said = answer if isinstance(answer, str) else repr(answer)
                raise GridrError("Worker {worker} {fault}", worker=worker, fault=said)
        self._compare_dask()

    def _ask_workers(
        self, question: Callable[..., object], *arguments: object
    ) -> list[tuple[str, object]]:
        """Return what each worker answers, or the error that it ends with."""
        client = self.client
        answers = self._ask(lambda: client.run(question, *arguments, on_error="return"))
        return sorted(answers.items())

    def _compare_dask(self) -> None:
        """Warn of workers with another version of Dask."""
        told = self._ask(self.client.get_versions)
        own = _dask_of(told["client"])
        others = {Message("the scheduler"): told["scheduler"], **told["workers"]}
        odd = {name: _dask_of(other) for name, other in others.items() if other}
        odd = {name: version for name, version in odd.items() if version != own}
        for name, version in sorted(odd.items())[:1]:
            self.feedback.warning(
                Message(
                    "{name} has dask.distributed {version}, this machine {own}: they "
                    "may misunderstand each other ({count} such). Install the same.",
                    name=name,
                    version=version,
                    own=own,
                    count=len(odd),
                )
            )

    def compute(
        self, make_part: Call, whole: bytes, windows: list[Window], ready: int
    ) -> list[Tally]:
        """Have parts computed; return what was counted in each, in their order.

        Parameters
        ----------
        make_part : callable
            ``make_part(whole, ranges, topic)`` computes one on a worker.
        whole : bytes
            The run, pickled once for all parts.
        windows : list of Window
            Parts to compute.
        ready : int
            Pixels of parts that are there already.

        Raises
        ------
        GridrError
            If one cannot be computed, or the cluster is lost.
        Cancelled
            If the feedback said so.
        """
        pixels = sum(window.height * window.width for window in windows)
        total = pixels + ready
        self._done = ready / total
        # before workers are asked: they may end a part before they hear of it
        if not self._goes_on():
            raise Cancelled
        weights = [window.height * window.width / total for window in windows]
        keys = [window_ranges(window) for window in windows]
        calls = [(make_part, ranges, self.topic) for ranges in keys]
        tallies: dict[int, Tally] = {}
        for number, tally in self._results(whole, calls, dict(zip(keys, weights))):
            tallies[number] = tally
            self._running.pop(keys[number], None)
            self._done += weights[number]
        if not self._goes_on():
            raise Cancelled
        return [tallies[number] for number in range(len(windows))]

    def join(self, join_parts: Call, whole: bytes, *arguments: object) -> None:
        """Have the parts made one, by a worker.

        Parameters
        ----------
        join_parts : callable
            ``join_parts(whole, *arguments, topic)`` does it.
        whole : bytes
            The run, pickled.
        *arguments
            What it wants besides.

        Raises
        ------
        GridrError
            If that fails.
        Cancelled
            If the feedback said so; outputs are as they were before.
        """
        self._done = 0.0
        self._running.clear()
        call = (join_parts, *arguments, self.topic)
        for _ in self._results(whole, [call], {None: 1.0}):
            pass

    def _results(
        self, whole: bytes, calls: list[Any], weights: dict[Any, float]
    ) -> Iterator[tuple[int, Any]]:
        """Yield number and result of each call, as they come."""
        finished: SimpleQueue[int] = SimpleQueue()

        def listen(event: Any) -> None:  # noqa: ANN401
            ranges, share = event[1]
            key = None if ranges is None else tuple(map(tuple, ranges))
            self._running[key] = share * weights.get(key, 0.0)

        def begin() -> None:
            self.client.subscribe_topic(self.topic, listen)
            shared = self._submit("whole", pickle.loads, whole)
            for number, (function, *arguments) in enumerate(calls):
                name = function.__name__
                packed = pickle.dumps(arguments)
                future = self._submit(name, _named(function), shared, packed)
                future.add_done_callback(lambda _, n=number: finished.put(n))

        futures = self._futures = []
        try:
            self._ask(begin)
            waiting = len(calls)
            while waiting:
                numbers = self._finished(finished)
                waiting -= len(numbers)
                chosen = [futures[number + 1] for number in numbers]
                results = self._ask(partial(self.client.gather, chosen), FOR_EVER)
                for number, result in zip(numbers, results):
                    futures[number + 1].release()
                    yield number, result
        finally:
            self._forget()

    def _submit(self, name: str, function: Callable[..., object], *args: object) -> Any:  # noqa: ANN401
        """Give the scheduler a call; it is forgotten with the others."""
        with warnings.catch_warnings():
            # Dask finds many polygons large; they are sent once
            warnings.simplefilter("ignore", UserWarning)
            # never twice: the scheduler may still be forgetting the one before
            key = f"{self.topic}-{name}-{next(self._numbers)}"
            future = self.client.submit(function, *args, key=key, pure=False)
        self._futures.append(future)
        return future

    def _finished(self, finished: SimpleQueue[int]) -> list[int]:
        """Wait for parts and return their numbers.

        Raises
        ------
        GridrError
            If the scheduler is gone.
        Cancelled
            If the feedback said so.
        """
        last = looked = time.monotonic()
        while True:
            if not self._goes_on():
                raise Cancelled
            with suppress(Empty):
                numbers = [finished.get(timeout=POLL)]
                while not finished.empty():
                    numbers.append(finished.get())
                return numbers
            now = time.monotonic()
            if self.client.status == "running":
                last = now
            if now - last > LOST or self.client.status in ("closed", "closing"):
                raise self._lost()
            if now - looked > NEWS:
                looked = now
                if not self._ask(self.client.nthreads):
                    self.feedback.warning(
                        Message(
                            "No worker is left: the run waits until one comes, or "
                            "until it is cancelled."
                        )
                    )

    def _goes_on(self) -> bool:
        """Report progress; tell whether the user wishes to go on."""
        done = min(self._done + sum(list(self._running.values())), 1.0)
        begin, adds = self.share
        return self.feedback.progress(begin + adds * done)

    def _ask(self, call: Callable[[], Value], seconds: float = ANSWER) -> Value:
        """Return what a call of Dask's returns.

        Raises
        ------
        GridrError
            In place of Dask's own errors.
        """
        try:
            return patiently(call, self._goes_on, seconds)
        except (GridrError, Cancelled):
            raise
        except TimeoutError as error:
            raise GridrError(
                "The cluster of {address} does not answer. Look at the logs of its "
                "scheduler and workers, and run again.",
                address=self.address,
            ) from error
        except BaseException as error:
            sentence = _in_words(error)
            if sentence is None:
                raise
            if not sentence:
                raise self._lost() from error
            raise GridrError(sentence) from error

    def _lost(self) -> GridrError:
        """Return what to say when the scheduler is gone."""
        return GridrError(
            "The scheduler {address} was lost, or has dropped the run. Parts that are "
            "whole stay: run again when it is back.",
            address=self.address,
        )

    def _forget(self) -> None:
        """Let the scheduler forget what is not wanted, without waiting long."""
        futures, self._futures = self._futures, []

        def forget() -> None:
            self.client.unsubscribe_topic(self.topic)
            self.client.cancel(futures, force=True)

        thread = threading.Thread(target=_quietly, args=(forget,), daemon=True)
        thread.start()
        thread.join(GOODBYE)


def _quietly(call: Callable[[], None]) -> None:
    """Call, whatever becomes of it."""
    with suppress(BaseException):  # the scheduler may be gone
        call()


def _named(function: Call) -> Call:
    """Return what calls a function by its name, with arguments that are packed.

    From 2023 on schedulers of Dask load calls, and they need not have our package: a
    function within a function is sent as it is.
    """
    name = f"{function.__module__}:{function.__qualname__}"

    def call(whole: object, packed: bytes) -> object:
        return resolve_name(name)(whole, *pickle.loads(packed))  # nosec B301

    return call


def _fault_of(answer: object, needed: Needs) -> Message | None:
    """Return what is wrong with a worker's answer about its version, if anything."""
    if isinstance(answer, ModuleNotFoundError) and answer.name == "gridr_qgis":
        return Message(
            "does not find the package gridr_qgis. Install it where the worker runs "
            "(pip install gridr-qgis), or start the worker with its folder in "
            "PYTHONPATH."
        )
    if isinstance(answer, ImportError) and "gridr_qgis" not in str(answer):
        return Message(
            "cannot load gridr_qgis ({answer}). Install what is missing where the "
            "worker runs, and restart it.",
            answer=str(answer),
        )
    if isinstance(answer, BaseException) or answer != needed.version:
        return OTHER_VERSION
    return None


def _dask_of(told: dict[str, Any]) -> str:
    """Return the version of Dask's in what a machine tells of its packages."""
    return str(told["packages"].get("distributed"))


def _in_words(error: BaseException) -> Message | None:
    """Return what an error of Dask's means; "" for a lost run, None for others."""
    kind = type(error).__name__
    if "CancelledError" in kind or kind in ("CommClosedError", "LostWorkerError"):
        return Message("")
    if kind == "KilledWorker":
        last = getattr(error, "last_worker", None)
        worker = getattr(last, "address", Message("unknown"))
        return Message(
            "Worker {worker}, and others before it, ended while they computed the "
            "same part; most often memory runs out. Start workers with more memory "
            "(--memory-limit) or with fewer threads, and run again: parts that are "
            "whole stay.",
            worker=worker,
        )
    return None
