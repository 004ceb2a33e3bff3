//! The services as children of this process, where no systemd runs them: started in the order and with
//! the configuration of [`crate::services`], started again when they die, and ended with it.

mod keeper;
mod leftovers;
mod log;
mod prepare;
mod ready;
mod signals;
mod view;

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use keeper::Keeper;
pub(crate) use prepare::{prepare, write};
pub(crate) use ready::Ready;
pub(crate) use signals::ending;
pub(crate) use view::View;

use crate::{
    Layout, Refusal, Service,
    services::{Reload, Setup},
};

/// The services that this process is the parent of.
#[derive(Default)]
pub(crate) struct Supervisor {
    /// What is done to each service, one thing at a time.
    slots: BTreeMap<Service, Slot>,
    /// Whether this process is about to end: nothing is started any more.
    over: AtomicBool,
}

#[derive(Default)]
struct Slot {
    /// Held while the service is started or ended.
    turn: Mutex<()>,
    kept: Mutex<Option<Arc<Keeper>>>,
}

impl Slot {
    fn kept(&self) -> Option<Arc<Keeper>> {
        lock(&self.kept).clone()
    }
}

impl Supervisor {
    /// None runs yet.
    pub(crate) fn new() -> Self {
        let slot = |service| (service, Slot::default());
        Self { slots: Service::ALL.into_iter().map(slot).collect(), over: AtomicBool::new(false) }
    }

    /// Starts a service and returns once it serves; one that runs is left alone.
    pub(crate) fn start(
        &self,
        service: Service,
        setup: Setup,
        layout: &Layout,
    ) -> Result<(), Refusal> {
        let slot = self.slot(service)?;
        let _turn = lock(&slot.turn);
        if slot.kept().is_some() {
            return Ok(());
        }
        if self.over.load(Ordering::Acquire) {
            return Err(Refusal::Failed("the privileged process is about to end".to_owned()));
        }
        prepare(layout, &setup)?;
        leftovers::end(layout, service).map_err(|e| Refusal::failed(service.name(), e))?;
        let ready = Ready::new(&setup.program.ready, layout);
        let keeper = Keeper::start(service, setup.program, layout)?;
        if let Err(refusal) = keeper.serves(&ready) {
            keeper.end();
            return Err(refusal);
        }
        *lock(&slot.kept) = Some(keeper);
        Ok(())
    }

    /// Ends a service, and returns once nothing of it runs.
    pub(crate) fn stop(&self, service: Service) -> Result<(), Refusal> {
        let slot = self.slot(service)?;
        let _turn = lock(&slot.turn);
        let kept = lock(&slot.kept).take();
        if let Some(keeper) = kept {
            keeper.end();
        }
        Ok(())
    }

    /// Has a service read its configuration again; false where it does not run and will read it when it
    /// starts, or reads it at each question.
    pub(crate) fn reload(&self, service: Service) -> Result<bool, Refusal> {
        let Some(keeper) = self.slot(service)?.kept() else { return Ok(false) };
        let (deaths, mark) = (keeper.deaths(), keeper.mark());
        match &keeper.program.reload {
            Reload::Signal(signal) if keeper.runs() => keeper.signal(*signal)?,
            Reload::Signal(_) | Reload::Do { .. } | Reload::Never => {
                return Ok(false);
            }
        }
        keeper.outlives_reload(deaths, mark.as_ref())?;
        Ok(true)
    }

    /// Whether a service runs.
    pub(crate) fn runs(&self, service: Service) -> Result<bool, Refusal> {
        Ok(self.slot(service)?.kept().is_some_and(|keeper| keeper.runs()))
    }

    /// Ends all services, the last to be started first; none is started any more.
    pub(crate) fn end(&self) {
        self.over.store(true, Ordering::Release);
        for slot in Service::ALL.iter().rev().filter_map(|service| self.slots.get(service)) {
            let _turn = lock(&slot.turn);
            let kept = lock(&slot.kept).take();
            if let Some(keeper) = kept {
                keeper.end();
            }
        }
    }

    fn slot(&self, service: Service) -> Result<&Slot, Refusal> {
        let unknown = || Refusal::NotFound(format!("{} is no service here", service.name()));
        self.slots.get(&service).ok_or_else(unknown)
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        self.end();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
