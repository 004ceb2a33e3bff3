//! A host of a test's own, and a way to call functions on it through the form and the gate's
//! question, as the server does.
#![allow(dead_code, reason = "each test uses its own part of it")]

pub(crate) mod dump;

use std::{cell::RefCell, net::IpAddr, path::Path, sync::Arc};

use adapters::embedded::{Machine, testing};
use api::{
    Acl, AclSet, Caller, Cx, Error, Form, Host, Rank, Result, UserName, Value,
    caller::Proof,
    function::Relay,
    object,
    records::{Login, LoginKind, ResellerAcl, ResellerRecord, Service, Store},
};
use functions::domain::resellers;
use tempfile::TempDir;

/// A password that meets the rules wherever the tests use it.
pub(crate) const PASSWORD: &str = "Quarry-lamp-7-vivid";

/// A host and its machine.
pub(crate) struct World {
    pub(crate) host: Arc<Host>,
    pub(crate) machine: Arc<Machine>,
    // Dropped last.
    folder: TempDir,
}

impl World {
    /// One with its store in memory.
    pub(crate) fn new() -> Self {
        Self::on(adapters::store::in_memory().unwrap())
    }

    /// One on that store. Where the system has a folder in memory, the machine is there: thousands
    /// of them come and go.
    pub(crate) fn on(store: Arc<dyn Store>) -> Self {
        let memory = Path::new("/dev/shm");
        let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = tempfile::Builder::new().prefix("machine-").tempdir_in(parent).unwrap();
        let machine = Arc::new(Machine::open(folder.path()).unwrap());
        let (host, _) = testing::host_on(store, &machine);
        Self { host, machine, folder }
    }

    /// Adds an account with the domain `NAME.test`.
    pub(crate) fn account(self, name: &str, owner: &str) -> Self {
        let domain = format!("{name}.test");
        let form = [
            ("username", name),
            ("domain", domain.as_str()),
            ("owner", owner),
            ("password", PASSWORD),
        ];
        self.call("root", "createacct", &form).unwrap();
        self
    }

    /// Makes a user a reseller with these privileges; one who has no login gets one.
    pub(crate) fn reseller(self, name: &str, acls: &[Acl]) -> Self {
        let tx = self.host.store.write().unwrap();
        let name: UserName = name.parse().unwrap();
        if tx.find::<Login>(&[(&name).into()]).unwrap().is_none() {
            tx.insert(&self.login_of_reseller(&name)).unwrap();
        }
        tx.put(&ResellerRecord { name: name.clone(), suspended: false.into() }).unwrap();
        for acl in acls {
            tx.put(&ResellerAcl { name: name.clone(), acl: *acl }).unwrap();
        }
        tx.commit().unwrap();
        self
    }

    fn login_of_reseller(&self, name: &UserName) -> Login {
        let password = api::Secret::new(PASSWORD.to_owned());
        Login {
            name: name.clone(),
            kind: LoginKind::Reseller,
            password: self.host.passwords.hash(&password).unwrap(),
            generation: 1,
            must_change: false.into(),
            changed: self.host.clock.now(),
            digest_auth: false.into(),
            locked: false.into(),
        }
    }

    /// The caller with a user's privileges, over TLS, by password.
    pub(crate) fn caller(&self, user: &str) -> Caller {
        let user: UserName = user.parse().unwrap();
        let tx = self.host.store.read().unwrap();
        let acls = resellers::acls(&*tx, &user).unwrap();
        let rank = match () {
            () if user.is_root() => Rank::Root,
            () if resellers::is_reseller(&*tx, &user).unwrap() => Rank::Reseller,
            () => Rank::Account,
        };
        Caller {
            user,
            rank,
            service: Service::Whm,
            owner_acls: acls,
            acls,
            proof: Proof::Password,
            source: Some(IpAddr::from([127, 0, 0, 1])),
            secure: true,
            must_change: false,
        }
    }

    /// The same caller with a token of only these privileges.
    pub(crate) fn token_caller(&self, user: &str, acls: &[Acl]) -> Caller {
        let mut caller = self.caller(user);
        caller.acls = caller.owner_acls.intersect(acls.iter().copied().collect::<AclSet>());
        caller.proof = Proof::Token("narrow".parse().unwrap());
        caller
    }

    /// Calls a function; gives its data, or null.
    pub(crate) fn call(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Result<Value> {
        let pairs = form.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        self.dispatch(&self.caller(user), function, &pairs.collect())
    }

    /// Calls a function as that caller.
    pub(crate) fn dispatch(&self, caller: &Caller, function: &str, form: &Form) -> Result<Value> {
        let entry = functions::find(function).unwrap();
        if !entry.needs.met_by(caller.acls) {
            return Err(Error::denied("The gate refused."));
        }
        let relay = Gate { world: self, caller };
        let notes = RefCell::default();
        let cx = Cx { caller, host: &self.host, relay: &relay, function: entry.name, notes };
        Ok((entry.call)(&cx, form)?.into_tree()?.unwrap_or_default())
    }
}

/// The gate in small: what `batch` calls, it calls as the same caller.
struct Gate<'a> {
    world: &'a World,
    caller: &'a Caller,
}

impl Relay for Gate<'_> {
    fn relay(&self, name: &str, form: &Form) -> Value {
        let metadata = |result: i64, reason: &str| {
            object([("command", name.into()), ("result", result.into()), ("reason", reason.into())])
        };
        if functions::find(name).is_none() {
            return object([("metadata", metadata(0, "unknown"))]);
        }
        match self.world.dispatch(self.caller, name, form) {
            Ok(data) => object([("data", data), ("metadata", metadata(1, "OK"))]),
            Err(problem) => object([("metadata", metadata(0, &problem.to_string()))]),
        }
    }

    fn callable(&self) -> Vec<&'static str> {
        let entries = functions::GROUPS.iter().flat_map(|group| group.functions);
        let mut names: Vec<_> = entries
            .filter(|entry| entry.finished && entry.needs.met_by(self.caller.acls))
            .map(|entry| entry.name)
            .collect();
        names.sort_unstable();
        names
    }
}
