//! The `PowerDNS` authoritative server, filled over its HTTP API. A zone is made and changed in one
//! transaction of its database; what is there already is not written again. The zones that are ours
//! carry our name as their account.

mod content;
mod http;
mod kept;
mod respell;
mod rrsets;
#[cfg(test)]
mod samples;
mod served;
mod signing;

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use api::{
    DomainName, Error, Kind, Result,
    ports::{Dns, ZonePart},
    zone::Zone,
};
use root::{Answer, Client, Layout, Verb};
use serde::Deserialize;
use serde_json::{Value, json};

use http::{Api, Method};
use kept::Kept;
use rrsets::{Found, RrSets};

use super::refused::{call, unfit};

/// The account that our zones are of.
const MARK: &str = "innkeeper";

/// How long a caller waits for its turn.
const WAIT: Duration = Duration::from_secs(15);

/// The name server.
pub struct PowerDns {
    root: Arc<Client>,
    api: Api,
    /// Its database takes one writer at a time, and turns away who comes between.
    turn: parking_lot::Mutex<()>,
    kept: Mutex<Kept>,
    /// Where it answers.
    answers: SocketAddr,
}

/// What the server says of a zone.
#[derive(Deserialize)]
struct State {
    serial: u32,
    account: String,
    kind: String,
    dnssec: bool,
    api_rectify: bool,
    nsec3param: String,
    nsec3narrow: bool,
    soa_edit: String,
    soa_edit_api: String,
    #[serde(default)]
    rrsets: Vec<Found>,
}

impl State {
    /// Whether the server leaves the zone as it is given: its serial too.
    fn is_settled(&self) -> bool {
        let edits = self.soa_edit.is_empty() && self.soa_edit_api.is_empty();
        self.account == MARK && self.kind == "Native" && self.api_rectify && edits
    }
}

impl PowerDns {
    /// The server of a machine.
    pub fn new(root: Arc<Client>, layout: &Layout) -> Self {
        let api = Api::new(Arc::clone(&root), layout);
        let (turn, kept) = Default::default();
        Self { root, api, turn, kept, answers: served::address(layout) }
    }

    /// The turn to write, unless too many are before: a server that hangs holds up each for its time.
    fn turn(&self) -> Result<parking_lot::MutexGuard<'_, ()>> {
        self.turn.try_lock_for(WAIT).ok_or_else(|| {
            let message = "The DNS server (PowerDNS) has much to do; try again later.";
            Error::new(Kind::Busy, message)
        })
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A zone as the server has it, with its records or without; none where there is no such zone.
    fn state(&self, zone: &DomainName, records: bool) -> Result<Option<State>> {
        let path = format!("{}?rrsets={records}", path(zone));
        self.api.find(Method::Get, &path, None)
    }

    /// Tells where a zone is answered otherwise than it is kept.
    fn compare_served(&self, zone: &Zone) -> Result<()> {
        if self.serves()? {
            let found = served::difference(self.answers, zone.name(), zone.soa.serial)?;
            if let Some(difference) = found {
                self.root.note(difference);
            }
        }
        Ok(())
    }

    fn create(&self, zone: &Zone, rrsets: &RrSets) -> Result<()> {
        let mut body = settings();
        if let Some(body) = body.as_object_mut() {
            body.insert("name".to_owned(), format!("{}.", zone.name()).into());
            body.insert("nameservers".to_owned(), json!([]));
            body.insert("rrsets".to_owned(), rrsets.whole());
        }
        self.write(Method::Post, "/zones?rrsets=false", body)
    }

    /// Has the server forget what it has answered about a zone: to who asked before it was there, that it
    /// is not.
    fn forget_answers(&self, zone: &DomainName) -> Result<()> {
        self.api.send(Method::Put, &format!("/cache/flush?domain={zone}."), None)
    }

    /// Has the server change a zone's records, all or none of them.
    fn patch(&self, zone: &DomainName, changes: Vec<Value>) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        self.write(Method::Patch, &path(zone), json!({ "rrsets": changes }))
    }

    /// Has records written; each that the server only spells otherwise is written as it does.
    fn write(&self, method: Method, path: &str, mut body: Value) -> Result<()> {
        loop {
            let done = self.api.send(method, path, Some(&body));
            let Err(error) = &done else { return done };
            let rrsets = body.get_mut("rrsets");
            if !rrsets.is_some_and(|rrsets| respell::respell(rrsets, error)) {
                return done;
            }
        }
    }
}

/// How the server is to treat a zone of ours: it leaves the serial as it is.
fn settings() -> Value {
    json!({
        "kind": "Native",
        "account": MARK,
        "soa_edit": "",
        "soa_edit_api": "",
        "api_rectify": true,
    })
}

fn path(zone: &DomainName) -> String {
    format!("/zones/{zone}.")
}

impl Dns for PowerDns {
    fn apply(&self, zone: &Zone) -> Result<()> {
        let rrsets = RrSets::of(zone);
        let _turn = self.turn()?;
        self.kept().forget(zone.name());
        match self.state(zone.name(), true)? {
            None => {
                self.create(zone, &rrsets)?;
                signing::apply(&self.api, zone, None)?;
                self.forget_answers(zone.name())?;
            }
            Some(state) => {
                if !state.is_settled() {
                    self.api.send(Method::Put, &path(zone.name()), Some(&settings()))?;
                }
                signing::apply(&self.api, zone, Some(&state))?;
                let changes = rrsets.changes(&state.rrsets);
                // What is answered can only be right where what is kept is.
                if self.root.compares() && changes.is_empty() {
                    self.compare_served(zone)?;
                }
                self.patch(zone.name(), changes)?;
            }
        }
        self.kept().keep(zone);
        Ok(())
    }

    fn edit(&self, part: &ZonePart) -> Result<bool> {
        let name = &part.start.name;
        let _turn = self.turn()?;
        let Some(before) = self.kept().take(part) else { return Ok(false) };
        let state = self.state(name, false)?;
        if !state.is_some_and(|state| state.serial == part.before && state.is_settled()) {
            return Ok(false);
        }
        let after = kept::with(&before, part);
        let changes = RrSets::of(&after).changes_since(&RrSets::of(&before));
        self.patch(name, changes)?;
        self.kept().keep(&after);
        Ok(true)
    }

    fn withdraw(&self, zone: &DomainName) -> Result<()> {
        let _turn = self.turn()?;
        self.kept().forget(zone);
        self.api.find::<Value>(Method::Delete, &path(zone), None).map(drop)
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        #[derive(Deserialize)]
        struct Row {
            name: String,
            account: String,
        }
        let rows: Vec<Row> = self.api.get("/zones?dnssec=false")?;
        let ours = rows.iter().filter(|row| row.account == MARK);
        let names = ours.map(|row| row.name.trim_end_matches('.').parse());
        let mut names: Vec<DomainName> =
            names.collect::<Result<_, _>>().map_err(Error::internal)?;
        names.sort();
        Ok(names)
    }

    fn set_serving(&self, serving: bool) -> Result<()> {
        call(&self.root, &Verb::ServeNames(serving), "name server").map(drop)
    }

    fn serves(&self) -> Result<bool> {
        match call(&self.root, &Verb::ServesNames, "name server")? {
            Answer::Flag(serves) => Ok(serves),
            _ => Err(unfit()),
        }
    }

    fn program(&self) -> Result<String> {
        Ok("pdns".to_owned())
    }
}
