//! Guessing clients, each from an address of its own, as fast as they are answered.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::{Result, client::Client};

/// Clients that guess until this is dropped.
pub(crate) struct Flood {
    state: Arc<State>,
    threads: Vec<JoinHandle<()>>,
}

#[derive(Default)]
struct State {
    ends: AtomicBool,
    answered: AtomicU64,
}

impl Flood {
    /// Begins with that many clients.
    pub(crate) fn begin(at: SocketAddr, clients: u8) -> Result<Self> {
        let state = Arc::<State>::default();
        let mut threads = Vec::new();
        for number in 1..=clients {
            let state = Arc::clone(&state);
            let guess = move || guess(at, number, &state);
            threads.push(thread::Builder::new().spawn(guess)?);
        }
        Ok(Self { state, threads })
    }

    /// How many guesses were answered so far.
    pub(crate) fn answered(&self) -> u64 {
        self.state.answered.load(Ordering::Relaxed)
    }
}

impl Drop for Flood {
    fn drop(&mut self) {
        self.state.ends.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            drop(thread.join());
        }
    }
}

fn guess(at: SocketAddr, number: u8, state: &State) {
    let from = Ipv4Addr::new(127, 1, 0, number);
    let form = format!("login_only=1&user=amber{number:06}&pass=guess");
    let request = format!(
        "POST /login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\
         \r\nContent-Length: {}\r\n\r\n{form}",
        form.len(),
    );
    while !state.ends.load(Ordering::Relaxed) {
        let Ok(mut client) = Client::connect(at, from) else {
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        while !state.ends.load(Ordering::Relaxed) && client.send(request.as_bytes()).is_ok() {
            state.answered.fetch_add(1, Ordering::Relaxed);
        }
    }
}
