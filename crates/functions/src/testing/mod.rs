//! A caller at an embedded machine, for tests here and in other crates: calls go through the form
//! and the gate's question, as they do in the server. The product itself calls nothing of it.
#![allow(clippy::missing_panics_doc, reason = "a test that cannot be set up must end")]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must end")]

use std::{
    cell::RefCell,
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use adapters::embedded::{Machine, ManualClock, testing};
use api::{
    Acl, AclSet, Caller, Cx, DomainName, Entry, Error, Form, Host, Kind, Limit, Rank, Result,
    Value,
    caller::Proof,
    function::{AccountCall, Notes, Relay, Step},
    object,
    ports::{Dns, Steps},
    records::{
        AccountCount, AccountRecord, DomainRecord, ForcedChange, Login, LoginKind,
        MailDomainRecord, ResellerAcl, ResellerRecord, Routing, Service, Signing, Store, Subject,
        is,
    },
    zone::Zone,
};

use crate::domain;

#[cfg(test)]
pub mod databases;
mod mail;

/// A password that meets the rules wherever the tests use it.
pub const PASSWORD: &str = "Quarry-lamp-7-vivid";

/// The machine, and a way to call functions on it.
pub struct World {
    /// What functions reach.
    pub host: Arc<Host>,
    /// The machine behind it.
    pub machine: Arc<Machine>,
    /// Its clock.
    pub clock: Arc<ManualClock>,
}

/// What a call gave.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The data; null where there is none.
    pub data: Value,
    /// What was said beside it.
    pub notes: Notes,
}

impl World {
    /// Whether a user must choose a new password at the next login.
    pub fn must_change(&self, name: &str) -> bool {
        let tx = self.host.store.read().unwrap();
        tx.count::<ForcedChange>(&[is("name", name)]).unwrap() == 1
    }

    /// One with its store in memory.
    #[expect(clippy::new_without_default, reason = "no world is the usual one")]
    pub fn new() -> Self {
        let (host, machine, clock) = testing::host();
        Self { host, machine, clock }
    }

    /// One on that store.
    pub fn on(store: Arc<dyn Store>) -> Self {
        let machine = Arc::new(Machine::temporary().unwrap());
        let (host, clock) = testing::host_on(store, &machine);
        Self { host, machine, clock }
    }

    /// A world whose DNS server can be away.
    pub fn with_outage() -> (Self, Arc<Outage>) {
        let (host, machine, clock) = testing::host();
        let outage = Arc::new(Outage { away: false.into(), machine: Arc::clone(&machine) });
        let mut host = Arc::into_inner(host).unwrap();
        host.dns = Arc::<Outage>::clone(&outage);
        (Self { host: Arc::new(host), machine, clock }, outage)
    }

    /// A world that counts the commits of changes.
    pub fn counting() -> (Self, Arc<Commits>) {
        let (host, machine, clock) = testing::host();
        let commits = Arc::new(Commits::default());
        let mut host = Arc::into_inner(host).unwrap();
        host.steps = Arc::<Commits>::clone(&commits);
        (Self { host: Arc::new(host), machine, clock }, commits)
    }

    /// Adds an account with the domain `NAME.test`, as root would make it.
    #[must_use]
    pub fn account(self, name: &str, owner: &str) -> Self {
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

    /// Puts an account with the domain `NAME.test` into the store and onto the machine without
    /// calling a function.
    #[must_use]
    pub fn plant_account(self, name: &str, owner: &str) -> Self {
        let tx = self.host.store.write().unwrap();
        let number = tx.count::<AccountRecord>(&[]).unwrap();
        let account =
            planted(name, owner, u32::try_from(1000 + number).unwrap(), self.host.clock.now());
        tx.insert(&account).unwrap();
        // A reseller who was there before has a login already.
        tx.put(&self.login(&account.name, LoginKind::Account)).unwrap();
        let (domain, name) = (account.domain.clone(), account.name.clone());
        tx.insert(&DomainRecord::main(domain, name, "public_html")).unwrap();
        tx.insert(&mail_domain(&account)).unwrap();
        let counted = [(&account.owner).into()];
        let counted: Option<AccountCount> = tx.find(&counted).unwrap();
        let accounts = counted.map_or(1, |count| count.accounts + 1);
        tx.put(&AccountCount { owner: account.owner.clone(), accounts }).unwrap();
        tx.commit().unwrap();
        domain::apply::subject(&self.host, &Subject::User(account.name)).unwrap();
        domain::apply::subject(&self.host, &Subject::Site(account.domain.clone())).unwrap();
        domain::apply::subject(&self.host, &Subject::MailDomain(account.domain)).unwrap();
        self
    }

    fn login(&self, name: &api::UserName, kind: LoginKind) -> Login {
        let password = api::Secret::new(PASSWORD.to_owned());
        Login {
            name: name.clone(),
            kind,
            password: self.host.passwords.hash(&password).unwrap(),
            generation: 1,
            changed: self.host.clock.now(),
            digest_auth: false.into(),
            locked: false.into(),
        }
    }

    /// Changes an account's row as it stands in the store.
    #[must_use]
    pub fn with_account(self, name: &str, change: impl FnOnce(&mut AccountRecord)) -> Self {
        let tx = self.host.store.write().unwrap();
        let mut account: AccountRecord = tx.find(&[name.into()]).unwrap().unwrap();
        change(&mut account);
        tx.put(&account).unwrap();
        tx.commit().unwrap();
        self
    }

    /// Marks an account as suspended, now.
    #[must_use]
    pub fn suspended(self, name: &str, reason: &str) -> Self {
        let now = self.host.clock.now();
        self.with_account(name, |account| {
            account.suspended = true.into();
            reason.clone_into(&mut account.suspend_reason);
            account.suspended_at = Some(now);
        })
    }

    /// Adds an account like [`World::account`], on that package.
    #[must_use]
    pub fn account_on(self, name: &str, owner: &str, package: &str) -> Self {
        let domain = format!("{name}.test");
        let form = [("username", name), ("domain", &domain), ("owner", owner), ("plan", package)];
        self.call("root", "createacct", &form).unwrap();
        self
    }

    /// An account as the store has it.
    pub fn record(&self, name: &str) -> AccountRecord {
        let tx = self.host.store.read().unwrap();
        tx.find(&[name.into()]).unwrap().unwrap()
    }

    /// Adds addresses to the server's pool, in a network of 24 bits.
    #[must_use]
    pub fn addresses(self, ips: &str) -> Self {
        let form = [("ips", ips), ("netmask", "255.255.255.0")];
        self.call("root", "addips", &form).unwrap();
        self
    }

    /// Makes a user a reseller with these privileges; one who has no login gets one.
    #[must_use]
    pub fn reseller(self, name: &str, acls: &[Acl]) -> Self {
        let tx = self.host.store.write().unwrap();
        let name: api::UserName = name.parse().unwrap();
        if tx.find::<Login>(&[(&name).into()]).unwrap().is_none() {
            tx.insert(&self.login(&name, LoginKind::Reseller)).unwrap();
        }
        tx.put(&ResellerRecord { name: name.clone(), suspended: false.into() }).unwrap();
        for acl in acls {
            tx.put(&ResellerAcl { name: name.clone(), acl: *acl }).unwrap();
        }
        tx.commit().unwrap();
        self
    }

    /// Calls a function as the server would.
    pub fn call(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Result<Answer> {
        self.call_as(&self.caller(user), function, form)
    }

    /// The data of a call that succeeds.
    pub fn data(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Value {
        self.call(user, function, form).unwrap().data
    }

    /// What the caller of a call that fails is told.
    pub fn refusal(&self, user: &str, function: &str, form: &[(&str, &str)]) -> String {
        self.call(user, function, form).unwrap_err().to_string()
    }

    /// The caller with a user's privileges, over TLS, by password.
    pub fn caller(&self, user: &str) -> Caller {
        let user: api::UserName = user.parse().unwrap();
        let tx = self.host.store.read().unwrap();
        let acls = domain::resellers::acls(&*tx, &user).unwrap();
        let rank = match () {
            () if user.is_root() => Rank::Root,
            () if domain::resellers::is_reseller(&*tx, &user).unwrap() => Rank::Reseller,
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
    pub fn token_caller(&self, user: &str, acls: &[Acl]) -> Caller {
        let mut caller = self.caller(user);
        caller.acls = caller.owner_acls.intersect(acls.iter().copied().collect::<AclSet>());
        caller.proof = Proof::Token("narrow".parse().unwrap());
        caller
    }

    /// Calls a function as that caller.
    pub fn call_as(
        &self,
        caller: &Caller,
        function: &str,
        form: &[(&str, &str)],
    ) -> Result<Answer> {
        let form: Form =
            form.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        self.dispatch(caller, function, &form)
    }

    /// Calls a function as that caller, with a whole form.
    pub fn dispatch(&self, caller: &Caller, function: &str, form: &Form) -> Result<Answer> {
        let entry = crate::find(function)
            .ok_or_else(|| Error::not_found(format!("There is no function “{function}”.")))?;
        if !entry.needs.met_by(caller.acls) {
            return Err(Error::denied("The gate refused."));
        }
        self.run(&Loop { world: self, caller }, caller, entry, form)
    }

    /// Runs a function whose caller has passed the gate.
    pub fn run(
        &self,
        relay: &dyn Relay,
        caller: &Caller,
        entry: &Entry,
        form: &Form,
    ) -> Result<Answer> {
        let notes = RefCell::default();
        let cx = Cx { caller, host: &self.host, relay, function: entry.name, notes };
        let data = (entry.call)(&cx, form)?.into_tree()?.unwrap_or_default();
        Ok(Answer { data, notes: cx.notes.into_inner() })
    }
}

/// How the main domain of a planted account takes mail.
fn mail_domain(account: &AccountRecord) -> MailDomainRecord {
    MailDomainRecord {
        domain: account.domain.clone(),
        account: account.name.clone(),
        formerly: None,
        routing: Routing::Local,
        catch_all: String::new(),
        forwards_to: None,
        relay_host: String::new(),
        signing: Signing::Off,
        private_key: String::new(),
        public_key: String::new(),
    }
}

/// An account as [`World::plant_account`] makes it.
fn planted(name: &str, owner: &str, uid: u32, now: api::UnixTime) -> AccountRecord {
    let unlimited = Limit::UNLIMITED;
    AccountRecord {
        name: name.parse().unwrap(),
        formerly: None,
        domain: format!("{name}.test").parse().unwrap(),
        owner: owner.parse().unwrap(),
        package: api::PackageName::default_package(),
        email: "".into(),
        email2: "".into(),
        uid,
        gid: uid,
        home: format!("/home/{name}"),
        shell: "/bin/false".to_owned(),
        ip: "192.0.2.10".to_owned(),
        dedicated_ip: false.into(),
        theme: "jupiter".to_owned(),
        style: String::new(),
        locale: "en".to_owned(),
        mailbox_format: "maildir".to_owned(),
        mx_check: "auto".to_owned(),
        created: now,
        modified: now,
        suspended: false.into(),
        suspend_reason: String::new(),
        suspended_at: None,
        locked: false.into(),
        keeps_ftp: false.into(),
        mail_suspended: false.into(),
        mail_held: false.into(),
        backup: true.into(),
        legacy_backup: false.into(),
        cgi: true.into(),
        dkim: true.into(),
        spf: true.into(),
        dmarc: false.into(),
        spam_filter: true.into(),
        spam_box: false.into(),
        temporary_domain: false.into(),
        extensions: String::new(),
        feature_list: api::PackageName::default_package(),
        database_owner: name.to_owned(),
        extras: "{}".to_owned(),
        quota: Limit::of(500),
        bandwidth: Limit::of(1000),
        max_ftp: unlimited,
        max_lists: unlimited,
        max_mailboxes: Limit::of(10),
        max_databases: unlimited,
        max_subdomains: unlimited,
        max_parked: Limit::of(0),
        max_addons: Limit::of(0),
        max_passenger: unlimited,
        max_team_users: unlimited,
        max_email_per_hour: unlimited,
        max_defer_fail: unlimited,
        max_mailbox_quota: unlimited,
        max_inodes: unlimited,
        disk_used: 0,
        inodes_used: 0,
        host: None,
    }
}

/// For calls that call no other function.
pub struct NoRelay;

impl Relay for NoRelay {
    fn relay(&self, _name: &str, _form: &Form) -> Value {
        Value::Null
    }

    fn callable(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

/// A DNS server that can be away.
pub struct Outage {
    /// Whether it is.
    pub away: AtomicBool,
    pub(crate) machine: Arc<Machine>,
}

impl Outage {
    fn check(&self) -> Result<()> {
        if self.away.load(Ordering::SeqCst) {
            return Err(Error::new(Kind::Unavailable, "The DNS server is away."));
        }
        Ok(())
    }
}

impl Dns for Outage {
    fn apply(&self, zone: &Zone) -> Result<()> {
        self.check()?;
        Dns::apply(&*self.machine, zone)
    }
    fn withdraw(&self, zone: &DomainName) -> Result<()> {
        self.check()?;
        Dns::withdraw(&*self.machine, zone)
    }
    fn list(&self) -> Result<Vec<DomainName>> {
        Dns::list(&*self.machine)
    }
    fn set_serving(&self, serving: bool) -> Result<()> {
        self.check()?;
        Dns::set_serving(&*self.machine, serving)
    }
    fn serves(&self) -> Result<bool> {
        Dns::serves(&*self.machine)
    }
    fn program(&self) -> Result<String> {
        Dns::program(&*self.machine)
    }
}

/// Counts commits.
#[derive(Default)]
pub struct Commits(AtomicU64);

impl Commits {
    /// How many there were since the last time it was asked.
    pub fn take(&self) -> u64 {
        self.0.swap(0, Ordering::SeqCst)
    }
}

impl Steps for Commits {
    fn reached(&self, step: Step) {
        self.0.fetch_add(u64::from(step == Step::Committed), Ordering::SeqCst);
    }
}

/// The gate in small: what `batch` calls, it calls as the same caller.
struct Loop<'a> {
    world: &'a World,
    caller: &'a Caller,
}

impl Relay for Loop<'_> {
    fn relay(&self, name: &str, form: &Form) -> Value {
        let metadata = |result: i64, reason: &str| {
            object([
                ("command", name.into()),
                ("version", 1.into()),
                ("result", result.into()),
                ("reason", reason.into()),
            ])
        };
        match self.world.dispatch(self.caller, name, form) {
            Ok(answer) => object([("data", answer.data), ("metadata", metadata(1, "OK"))]),
            Err(problem) => object([("metadata", metadata(0, &problem.to_string()))]),
        }
    }

    fn callable(&self) -> Vec<&'static str> {
        let mut names: Vec<_> = crate::GROUPS
            .iter()
            .flat_map(|group| group.functions)
            .filter(|entry| entry.finished && entry.needs.met_by(self.caller.acls))
            .map(|entry| entry.name)
            .collect();
        names.sort_unstable();
        names
    }

    fn account(&self, call: &AccountCall<'_>) -> Result<Value> {
        let user = call.user.unwrap_or("the caller");
        let text = format!("{:?} {}::{} for {user}", call.api, call.module, call.function);
        Ok(object([("called", text.into())]))
    }
}
