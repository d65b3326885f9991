"""One commit to the index: documents put on their shelves, and those they replace taken off."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import tantivy

from portal.search.documents import Document
from portal.search.folder import Folder, State
from portal.search.schema import shelved

# What the writer of one shelf may hold before it makes a segment, in bytes: readers are the faster the fewer segments
# there are. It takes only what its documents need, so that one law costs no more than with a small one.
HEAP: Final = 250_000_000


@dataclass(slots=True)
class Writing:
    """The writers of a generation's shelves, each opened when it is first needed. The caller holds the writer lock."""

    folder: Folder
    state: State
    today: datetime.date
    writers: dict[str, tantivy.IndexWriter] = field(default_factory=dict)

    def delete(self, terms: Sequence[str]) -> None:
        """Take all documents of these owners off every shelf."""
        for shelf in self.state.shelves:
            for term in terms:
                self.writer(shelf).delete_documents_by_term("owner", term)

    def add(self, source: str, documents: Iterable[Document]) -> None:
        for document in documents:
            for shelf, made in shelved(source, document, self.today):
                self.writer(shelf).add_document(made)

    def writer(self, shelf: str) -> tantivy.IndexWriter:
        if shelf not in self.writers:
            place = self.folder.open if shelf in self.state.shelves else self.folder.make
            self.writers[shelf] = place(self.state.generation, shelf).writer(HEAP, 1)
        return self.writers[shelf]

    def commit(self) -> tuple[str, ...]:
        """Make all of it durable and return the shelves there are now.

        The merging of segments is waited for, so that no thread outlives the lock.
        """
        for writer in self.writers.values():
            writer.commit()
            writer.wait_merging_threads()
        return tuple(sorted({*self.state.shelves, *self.writers}))
