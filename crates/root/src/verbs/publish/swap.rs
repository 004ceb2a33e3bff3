//! Files swapped in, so that it can be undone.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::staging::{Area, File, Staged};
use crate::{Layout, place::Place};

/// The name, in the folder of old files, of the one that is about to be swapped in.
const NEW: &str = "new";

/// What was swapped in. The old files are kept until it is dropped.
pub(super) struct Swap {
    config: Place,
    /// The folders in which files were swapped.
    places: BTreeMap<PathBuf, Arc<Place>>,
    /// The old files, by the number of their step.
    old: Area,
    done: Vec<Step>,
}

/// One file that was swapped.
struct Step {
    place: Arc<Place>,
    name: String,
    /// Whether there was one of that name.
    had: bool,
}

impl Swap {
    /// Swaps in what is staged, so that it lasts: all or, where that fails, nothing.
    pub(super) fn new(layout: &Layout, all: &[&Staged]) -> io::Result<Self> {
        let (places, done) = (BTreeMap::new(), Vec::new());
        let config = Place::open(&layout.config)?;
        let mut swap = Self { config, places, old: Area::new(layout)?, done };
        let swapped = all.iter().try_for_each(|staged| swap.take(staged));
        if let Err(cause) = swapped.and_then(|()| swap.sync()) {
            swap.undo()?;
            return Err(cause);
        }
        Ok(swap)
    }

    /// Puts all back as it was, the last first, as far as it can be.
    pub(super) fn undo(&mut self) -> io::Result<()> {
        let mut undone = Ok(());
        for (number, step) in self.done.iter().enumerate().rev() {
            undone = undone.and(self.put_back(number, step));
        }
        self.done.clear();
        undone.and(self.sync())
    }

    fn put_back(&self, number: usize, step: &Step) -> io::Result<()> {
        if step.had {
            return step.place.take(&self.old.place, &number.to_string(), &step.name);
        }
        step.place.remove(&step.name).map(drop)
    }

    fn take(&mut self, staged: &Staged) -> io::Result<()> {
        for file in &staged.files {
            let place = self.place(&file.folder)?;
            let number = self.done.len().to_string();
            let had = self.old.place.link(&place, &file.name, &number)?;
            let step = Step { place, name: file.name.clone(), had };
            let swapped = self.put(&step, file, staged);
            self.done.push(step);
            swapped?;
        }
        Ok(())
    }

    fn place(&mut self, folder: &Path) -> io::Result<Arc<Place>> {
        match self.places.entry(folder.to_owned()) {
            Entry::Occupied(open) => Ok(Arc::clone(open.get())),
            Entry::Vacant(free) => {
                let place = self.config.folders(folder, 0o755, true)?;
                Ok(Arc::clone(free.insert(Arc::new(place))))
            }
        }
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

    fn sync(&self) -> io::Result<()> {
        self.places.values().try_for_each(|place| place.sync())
    }
}
