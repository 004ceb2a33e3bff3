//! Files swapped in, so that it can be undone.

use std::{io, path::PathBuf};

use super::staging::{Area, File, Staged};
use crate::{Layout, place::Place};

/// The name, in the folder of old files, of the one that is about to be swapped in.
const NEW: &str = "new";

/// What was swapped in. The old files are kept until it is dropped.
pub(super) struct Swap {
    config: Place,
    /// The old files, by the number of their step.
    old: Area,
    done: Vec<Step>,
}

/// One file that was swapped.
struct Step {
    place: Place,
    folder: PathBuf,
    name: String,
    /// Whether there was one of that name.
    had: bool,
}

impl Swap {
    /// Swaps in what is staged: all or, where that fails, nothing.
    pub(super) fn new(layout: &Layout, all: &[&Staged]) -> io::Result<Self> {
        let config = Place::open(&layout.config)?;
        let mut swap = Self { config, old: Area::new(layout)?, done: Vec::new() };
        for &staged in all {
            if let Err(cause) = swap.take(staged) {
                swap.undo()?;
                return Err(cause);
            }
        }
        Ok(swap)
    }

    /// Puts all back as it was, the last first, as far as it can be.
    pub(super) fn undo(&mut self) -> io::Result<()> {
        let mut undone = Ok(());
        for (number, step) in self.done.iter().enumerate().rev() {
            undone = undone.and(self.put_back(number, step));
        }
        undone = undone.and(self.sync(0));
        self.done.clear();
        undone
    }

    fn put_back(&self, number: usize, step: &Step) -> io::Result<()> {
        if step.had {
            return step.place.take(&self.old.place, &number.to_string(), &step.name);
        }
        step.place.remove(&step.name).map(drop)
    }

    fn take(&mut self, staged: &Staged) -> io::Result<()> {
        let begun = self.done.len();
        for file in &staged.files {
            let place = self.config.folders(&file.folder, 0o755, true)?;
            let number = self.done.len().to_string();
            let had = self.old.place.link(&place, &file.name, &number)?;
            let (folder, name) = (file.folder.clone(), file.name.clone());
            let step = Step { place, folder, name, had };
            let swapped = self.put(&step, file, staged);
            self.done.push(step);
            swapped?;
        }
        self.sync(begun)
    }

    fn put(&self, step: &Step, file: &File, staged: &Staged) -> io::Result<()> {
        if file.removed {
            return step.place.remove(&file.name).map(drop);
        }
        // By a link, so that what is staged stays whole should it have to be tried again.
        let from = staged.area.place.beneath(&file.folder)?;
        self.old.place.link(&from, &file.name, NEW)?;
        step.place.take(&self.old.place, NEW, &file.name)
    }

    /// Returns once what was swapped since a step lasts.
    fn sync(&self, since: usize) -> io::Result<()> {
        let mut last = None;
        for step in self.done.iter().skip(since) {
            if last != Some(&step.folder) {
                step.place.sync()?;
                last = Some(&step.folder);
            }
        }
        Ok(())
    }
}
