//! A server on an embedded machine, without listeners, for targets that call it.

use std::{net::IpAddr, path::Path, sync::Arc};

use adapters::embedded::{ManualClock, testing};
use api::{
    Caller, Form, Rank, UserName,
    caller::Proof,
    records::{ResellerAcl, ResellerRecord, Service},
};
use functions::domain::resellers;
use server::{
    Server,
    answer::Outcome,
    auth::Auth,
    call::{self, Pool},
    config::{Config, Limits, Ports, StoreUrl},
    http::Crowd,
};

/// The password of everybody in it.
pub const PASSWORD: &str = "Quarry-lamp-7-vivid";

/// A server with root, the reseller `bob` who owns `anna`, and `carl` who is root's.
pub fn world() -> Arc<Server> {
    with_clock().0
}

/// The same and its clock.
pub fn with_clock() -> (Arc<Server>, Arc<ManualClock>) {
    let (server, clock) = empty();
    for (name, owner) in [("bob", "root"), ("anna", "bob"), ("carl", "root")] {
        let domain = format!("{name}.test");
        let form = form(&[
            ("username", name),
            ("domain", &domain),
            ("owner", owner),
            ("password", PASSWORD),
        ]);
        let made = call::call(&server, &root(), "createacct", &form);
        made.result.map(drop).expect("an account is made");
        if name == "bob" {
            make_reseller(&server, name);
        }
    }
    (server, clock)
}

/// The same with nobody but root.
fn empty() -> (Arc<Server>, Arc<ManualClock>) {
    let (host, machine, clock) = testing::host();
    let none = Ports {
        whm: None,
        whm_plain: None,
        cpanel: None,
        cpanel_plain: None,
        webmail: None,
        webmail_plain: None,
        dns: None,
        web: None,
        web_tls: None,
        metrics: None,
    };
    let limits = Limits::default();
    let config = Config {
        data: "/nowhere".into(),
        listen: [127, 0, 0, 1].into(),
        ports: none,
        store: StoreUrl::in_folder(Path::new("none")),
        hash_cost: adapters::system::Cost::default(),
        minimum_password_strength: None,
        measure_hours: 0,
        audit_days: 0,
        hostname: None,
        settings: testing::settings(),
        limits,
    };
    let auth = Auth::new(&host).expect("randomness");
    let (pool, crowd) = (Pool::new(&limits), Crowd::new(&limits));
    (Arc::new(Server { host, machine, config, auth, pool, crowd }), clock)
}

/// `bob` becomes a reseller with every privilege but all of them.
fn make_reseller(server: &Server, name: &str) {
    let name: UserName = name.parse().expect("a name");
    let tx = server.host.store.write().expect("a transaction");
    tx.put(&ResellerRecord { name: name.clone(), suspended: false.into() }).expect("a row");
    for acl in api::Acl::ALL.iter().filter(|acl| **acl != api::Acl::All) {
        tx.put(&ResellerAcl { name: name.clone(), acl: *acl }).expect("a row");
    }
    tx.commit().expect("a commit");
}

/// A form of these pairs.
pub fn form(pairs: &[(&str, &str)]) -> Form {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// Root at WHM.
pub fn root() -> Caller {
    Caller {
        user: UserName::root(),
        rank: Rank::Root,
        service: Service::Whm,
        owner_acls: api::AclSet::all(),
        acls: api::AclSet::all(),
        proof: Proof::Password,
        source: Some(IpAddr::from([127, 0, 0, 1])),
        secure: true,
        must_change: false,
    }
}

/// The caller of that name as the server would know it at WHM; root where there is no such user.
pub fn caller(server: &Server, name: &str) -> Caller {
    let Some(user) = name.parse::<UserName>().ok().filter(|name| !name.is_root()) else {
        return root();
    };
    let tx = server.host.store.read().expect("a transaction");
    let acls = resellers::acls(&*tx, &user).expect("privileges");
    let is_reseller = resellers::is_reseller(&*tx, &user).expect("a row");
    let rank = if is_reseller { Rank::Reseller } else { Rank::Account };
    Caller { user, rank, owner_acls: acls, acls, ..root() }
}

/// The answer as JSON, which must be JSON.
pub fn json(outcome: Outcome, form: &Form) -> api::Value {
    let mut text = Vec::new();
    let (version, format) = (server::answer::Version::One, server::answer::Format::Json);
    server::answer::write(outcome, form, version, format, &mut text).expect("it is written");
    serde_json::from_slice(&text).expect("an answer is JSON")
}
