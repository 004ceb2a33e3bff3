//! The services' own checks of what is staged. Where callers together do not pass, those at fault are
//! found, so that they alone are refused.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::Arc,
};

use super::staging::{Area, Staged};
use crate::{Refusal, Root, Service, child, limits, supervise::write, together};

/// Checks callers' files, by their places in the batch.
pub(super) struct Sift<'a> {
    pub(super) root: &'a Root,
    pub(super) batch: &'a [Arc<Staged>],
    /// Those at fault, and why.
    pub(super) refused: BTreeMap<usize, Refusal>,
}

impl Sift<'_> {
    /// Those of the callers whose files pass, all of them together.
    pub(super) fn sift(&mut self, callers: &[usize]) -> Vec<usize> {
        match (self.check(callers), callers) {
            (Ok(()), _) => callers.to_vec(),
            (Err(refusal), &[one]) => {
                self.refused.insert(one, refusal);
                Vec::new()
            }
            (Err(_), many) => {
                let (left, right) = many.split_at(many.len() / 2);
                let (left, right) = (self.sift(left), self.sift(right));
                self.join(left, right)
            }
        }
    }

    /// Those of two groups that pass together: of two that do not agree, the one that came first.
    fn join(&mut self, mut left: Vec<usize>, right: Vec<usize>) -> Vec<usize> {
        let both = [left.as_slice(), right.as_slice()].concat();
        if left.is_empty() || right.is_empty() || self.check(&both).is_ok() {
            return both;
        }
        for one in right {
            left.push(one);
            if let Err(refusal) = self.check(&left) {
                left.pop();
                self.refused.insert(one, refusal);
            }
        }
        left
    }

    fn check(&self, callers: &[usize]) -> Result<(), Refusal> {
        let chosen: Vec<_> = callers.iter().filter_map(|&one| self.batch.get(one)).collect();
        if let [one] = *chosen {
            return check(self.root, &one.area, &one.services);
        }
        let failed = |cause| Refusal::failed("files were not gathered for a check", cause);
        let area = Area::new(&self.root.layout).map_err(failed)?;
        let mut services = BTreeSet::new();
        for staged in &chosen {
            gather(&area, staged).map_err(failed)?;
            services.extend(staged.services.iter().copied());
        }
        check(self.root, &area, &services)
    }
}

/// Has services check what lies in an area, all at the same time.
fn check(root: &Root, area: &Area, services: &BTreeSet<Service>) -> Result<(), Refusal> {
    let services: Vec<Service> = services.iter().copied().collect();
    let checks = together::each(&services, |service| check_one(root, area, service));
    let broken = || Err(Refusal::Failed("a check broke off".to_owned()));
    checks.into_iter().try_for_each(|check| check.unwrap_or_else(broken))
}

fn check_one(root: &Root, area: &Area, service: Service) -> Result<(), Refusal> {
    let folder = area.path.join(service.name());
    if !folder.is_dir() {
        return Ok(());
    }
    let Some(check) = (root.known.check)(service, &root.layout, &folder) else { return Ok(()) };
    for file in &check.files {
        write(file).map_err(|cause| Refusal::failed("a check was not prepared", cause))?;
    }
    let ended = child::run(&check.command, limits::CHECK)?;
    if ended.well() { Ok(()) } else { Err(Refusal::Rejected { service, reason: ended.reason() }) }
}

/// Puts a caller's files into an area besides those of others; of two of one name, the later stays.
fn gather(area: &Area, staged: &Staged) -> io::Result<()> {
    for file in &staged.files {
        let to = area.place.folders(&file.folder, 0o711, false)?;
        to.remove(&file.name)?;
        if !file.removed {
            to.link(&staged.area.place.beneath(&file.folder)?, &file.name, &file.name)?;
        }
    }
    Ok(())
}
