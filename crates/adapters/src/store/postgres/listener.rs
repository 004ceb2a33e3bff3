//! Hears what is announced: one connection of its own, made when somebody first listens, and made anew
//! when it is lost. What may have been announced meanwhile counts as heard.

use std::{
    collections::HashMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak},
    thread,
    time::Duration,
};

use api::{Error, Result, records::Ear};
use postgres::{Client, Config, NoTls, fallible_iterator::FallibleIterator as _};

/// The channel on which everything is announced.
pub(super) const CHANNEL: &str = "innkeeper";

/// How long a silent connection is trusted before it is tried.
const TRIED_EVERY: Duration = Duration::from_secs(5);
/// The pause before a lost connection is made anew.
const PAUSE: Duration = Duration::from_millis(250);

/// Listens for all of a process.
pub(super) struct Listener {
    config: Config,
    shared: Arc<Shared>,
    started: Mutex<bool>,
}

/// Who listens for what, and whether it was announced since they last waited.
#[derive(Default)]
struct Shared {
    heard: Mutex<HashMap<String, bool>>,
    news: Condvar,
}

impl Listener {
    /// One that does nothing until somebody listens.
    pub(super) fn new(config: Config) -> Self {
        Self { config, shared: Arc::default(), started: Mutex::new(false) }
    }

    /// Begins to listen for a word.
    pub(super) fn listen(&self, word: String) -> Result<Box<dyn Ear>> {
        self.shared.lock().insert(word.clone(), false);
        let ear = Word { shared: Arc::clone(&self.shared), word };
        let mut started = self.started.lock().unwrap_or_else(PoisonError::into_inner);
        if !*started {
            let (config, shared) = (self.config.clone(), Arc::downgrade(&self.shared));
            let thread = thread::Builder::new().name("listener".to_owned());
            thread.spawn(move || keep(&config, &shared)).map_err(Error::internal)?;
            *started = true;
        }
        Ok(Box::new(ear))
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, bool>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that a word was announced; with none, that any may have been.
    fn hear(&self, word: Option<&str>) {
        let mut heard = self.lock();
        match word {
            Some(word) => heard.get_mut(word).into_iter().for_each(|heard| *heard = true),
            None => heard.values_mut().for_each(|heard| *heard = true),
        }
        drop(heard);
        self.news.notify_all();
    }
}

/// A word that is listened for.
struct Word {
    shared: Arc<Shared>,
    word: String,
}

impl Ear for Word {
    fn wait(&self, most: Duration) -> bool {
        let silent = |heard: &mut HashMap<String, bool>| heard.get(&self.word) == Some(&false);
        let waited = self.shared.news.wait_timeout_while(self.shared.lock(), most, silent);
        let (mut heard, _) = waited.unwrap_or_else(PoisonError::into_inner);
        heard.get_mut(&self.word).is_some_and(std::mem::take)
    }
}

impl Drop for Word {
    fn drop(&mut self) {
        self.shared.lock().remove(&self.word);
    }
}

/// Hears until nobody can listen any more.
fn keep(config: &Config, shared: &Weak<Shared>) {
    while shared.strong_count() > 0 {
        if let Err(problem) = hear(config, shared) {
            tracing::debug!(%problem, "the connection that listens was lost");
        }
        thread::sleep(PAUSE);
    }
}

/// Hears for as long as a connection lasts.
fn hear(config: &Config, shared: &Weak<Shared>) -> Result<(), postgres::Error> {
    let mut client = config.connect(NoTls)?;
    client.batch_execute(&format!("LISTEN {CHANNEL}"))?;
    pass_on(shared, None);
    while shared.strong_count() > 0 {
        next(&mut client, shared)?;
        client.batch_execute("")?;
    }
    Ok(())
}

/// Passes on what is announced until nothing is for a while.
fn next(client: &mut Client, shared: &Weak<Shared>) -> Result<(), postgres::Error> {
    let mut notifications = client.notifications();
    let mut announced = notifications.timeout_iter(TRIED_EVERY);
    while let Some(notification) = announced.next()? {
        pass_on(shared, Some(notification.payload()));
    }
    Ok(())
}

fn pass_on(shared: &Weak<Shared>, word: Option<&str>) {
    if let Some(shared) = shared.upgrade() {
        shared.hear(word);
    }
}
