//! A world for the tests of pages: a real host, functions with answers made up.

use std::{cell::RefCell, sync::Arc};

use adapters::embedded::{Machine, testing};
use api::{
    Acl, Caller, Cx, Data, Effect, Entry, Field, Form, Group, Host, Kind, Needs, Rank, Secret,
    Type, Value,
    caller::Proof,
    function::Relay,
    legacy::Legacy,
    records::{ForcedChange, Service, is},
};
use functions::domain::passwords;
use serde_json::json;

use super::{
    Page,
    desk::{Desk, Functions},
    route,
};
use crate::answer::Format;

/// A text that would do harm where it is not escaped.
pub(crate) const HOSTILE: &str = "\"'><script>alert('x')</script>&amp;";

/// A password that the rules allow.
pub(crate) const PASSWORD: &str = "Quarry-lamp-7-vivid";

/// A caller, a host and functions.
pub(crate) struct World {
    pub(crate) host: Arc<Host>,
    _machine: Arc<Machine>,
    pub(crate) caller: Caller,
    pub(crate) functions: Sample,
}

/// Functions that answer what they are told to, and note what they were asked.
pub(crate) struct Sample {
    host: Arc<Host>,
    answer: fn(&str) -> Value,
    pub(crate) calls: RefCell<Vec<(String, Form)>>,
}

impl World {
    pub(crate) fn new(answer: fn(&str) -> Value) -> Self {
        let (host, machine, _) = testing::host();
        let acls = [Acl::All].into_iter().collect();
        let caller = Caller {
            user: "root".parse().unwrap(),
            rank: Rank::Root,
            service: Service::Whm,
            owner_acls: acls,
            acls,
            proof: Proof::Session("mine".to_owned()),
            source: None,
            secure: true,
            must_change: false,
        };
        let functions = Sample { host: Arc::clone(&host), answer, calls: RefCell::default() };
        Self { host, _machine: machine, caller, functions }
    }

    /// Adds an account to the host, by the real function.
    pub(crate) fn account(self, name: &str) -> Self {
        let domain = format!("{name}.test");
        let form = [("username", name), ("domain", &domain), ("password", PASSWORD)];
        self.really("createacct", &form);
        self
    }

    /// Calls the real function.
    pub(crate) fn really(&self, name: &str, pairs: &[(&str, &str)]) {
        let entry = functions::find(name).unwrap();
        let cx = Cx {
            caller: &self.caller,
            host: &self.host,
            relay: &Nobody,
            function: entry.name,
            notes: RefCell::default(),
        };
        (entry.call)(&cx, &form(pairs)).map(drop).unwrap();
    }

    /// Makes the caller the user of an account.
    pub(crate) fn into_account(mut self, name: &str, must_change: bool) -> Self {
        self.caller.user = name.parse().unwrap();
        self.caller.rank = Rank::Account;
        self.caller.acls = api::AclSet::default();
        self.caller.owner_acls = api::AclSet::default();
        self.caller.must_change = must_change;
        self
    }

    pub(crate) fn must_change(&self, name: &str) -> bool {
        let tx = self.host.store.read().unwrap();
        tx.count::<ForcedChange>(&[is("name", name)]).unwrap() == 1
    }

    pub(crate) fn get(&self, service: Service, path: &str, pairs: &[(&str, &str)]) -> Page {
        self.visit(service, false, path, pairs)
    }

    pub(crate) fn post(&self, service: Service, path: &str, pairs: &[(&str, &str)]) -> Page {
        self.visit(service, true, path, pairs)
    }

    fn visit(&self, service: Service, post: bool, path: &str, pairs: &[(&str, &str)]) -> Page {
        let form = form(pairs);
        route(&Desk {
            caller: &self.caller,
            service,
            prefix: "/cpsess0123456789",
            post,
            path,
            form: &form,
            address: "https://host.example.test:2087".to_owned(),
            host: &self.host,
            functions: &self.functions,
        })
    }

    /// The last call of that function.
    pub(crate) fn last(&self, name: &str) -> Option<Form> {
        let calls = self.functions.calls.borrow();
        calls.iter().rev().find(|(called, _)| called == name).map(|(_, form)| form.clone())
    }
}

impl Page {
    /// The HTML of a page of that status.
    pub(crate) fn html(self, status: u16) -> String {
        match self {
            Self::Html(given, html) if given == status => html,
            other => panic!("not a page of {status}: {other:?}"),
        }
    }

    /// Where it sends the visitor.
    pub(crate) fn goes_to(self) -> String {
        match self {
            Self::SeeOther(path) => path.trim_start_matches("/cpsess0123456789").to_owned(),
            Self::Html(status, html) => panic!("a page of {status}: {html}"),
        }
    }
}

fn form(pairs: &[(&str, &str)]) -> Form {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

struct Nobody;

impl Relay for Nobody {
    fn relay(&self, _: &str, _: &Form) -> Value {
        Value::Null
    }
    fn callable(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

impl Functions for Sample {
    fn groups(&self) -> &'static [Group] {
        GROUPS
    }
    fn find(&self, name: &str) -> Option<&'static Entry> {
        GROUPS.iter().flat_map(|group| group.functions).find(|entry| entry.name == name)
    }
    fn call(&self, _: &Caller, name: &str, form: &Form) -> (Value, Option<Kind>) {
        self.calls.borrow_mut().push((name.to_owned(), form.clone()));
        let tree = (self.answer)(name);
        let failed = tree["metadata"]["result"] != 1;
        (tree, failed.then_some(Kind::BadParam))
    }
    fn write(&self, tree: &Value, format: Format) -> String {
        match format {
            Format::Xml => format!("<result>{tree}</result>"),
            _ => serde_json::to_string_pretty(tree).unwrap(),
        }
    }
    fn change_password(&self, caller: &Caller, current: &Secret, new: &Secret) -> api::Result<()> {
        let user = &caller.user;
        passwords::change_by_owner(&self.host, user, current, new, Some("mine")).map(drop)
    }
}

/// A success with that data.
pub(crate) fn success(data: Value) -> Value {
    json!({"data": data, "metadata": {"result": 1, "reason": "OK", "command": "x", "version": 1}})
}

/// A failure.
pub(crate) fn failure(_: &str) -> Value {
    json!({"metadata": {"result": 0, "reason": format!("domain: {HOSTILE}")}})
}

/// Answers whose every text is hostile.
pub(crate) fn hostile(function: &str) -> Value {
    answers(function, HOSTILE, HOSTILE)
}

/// Answers as they are on an ordinary day.
pub(crate) fn ordinary(function: &str) -> Value {
    answers(function, "alice", "alice.example")
}

fn answers(function: &str, user: &str, text: &str) -> Value {
    let account = |user: &str, suspended: u8| {
        json!({
            "user": user, "domain": text, "owner": "root", "plan": "default", "email": text,
            "ip": "192.0.2.10", "disklimit": "500M", "diskused": "14M", "suspended": suspended,
            "suspendreason": text, "suspendtime": 1_767_225_600, "is_locked": suspended,
            "unix_startdate": 1_767_225_600,
        })
    };
    let mut answer = success(match function {
        "listaccts" => {
            json!({"acct": [account(user, 0), account("bob", 1), account("carolininto_account", 0)]})
        }
        "accountsummary" => json!({"acct": [account(user, 1)]}),
        "showbw" => json!({"acct": [{"user": user, "limit": 1_048_576_000}]}),
        "listpkgs" => json!({"pkg": [{"name": "default"}, {"name": text}]}),
        "api_token_create" => json!({"name": text, "token": text}),
        "api_token_list" => json!({"tokens": {"billing": {
            "acls": {"list-accts": 1, "passwd": 1, "ssl": 0}, "create_time": 1_767_225_600,
            "expires_at": null, "name": "billing", "whitelist_ips": ["192.0.2.0/24", text],
        }}}),
        _ => json!({"text": text}),
    });
    if function == "listaccts" {
        answer["metadata"]["chunk"] = json!({"records": 100_000, "start": 1, "size": 50});
    }
    answer
}

const fn field(name: &'static str, ty: Type) -> Field {
    Field {
        name,
        doc: "What it is: <b>said</b>.",
        ty,
        default: None,
        family: false,
        rest: false,
        absent: false,
        aliases: &[],
    }
}

const fn entry(name: &'static str, effect: Effect, params: &'static [Field]) -> Entry {
    Entry {
        name,
        doc: "Does what its name says.",
        needs: Needs::ROOT,
        effect,
        legacy: Legacy::BARE,
        finished: true,
        params,
        reply: Type::Nothing,
        call: |_, _| Ok(Data::None),
    }
}

const USER: Field = field("user", Type::User);
const ONE_USER: &[Field] = &[USER];
const ACCOUNTS: &[Entry] = &[
    entry("accountsummary", Effect::Reads, ONE_USER),
    entry("changepackage", Effect::Changes, ONE_USER),
    entry("createacct", Effect::Changes, &[]),
    entry("forcepasswordchange", Effect::Changes, &[field("users_json", Type::Json)]),
    entry("limitbw", Effect::Changes, ONE_USER),
    entry("listaccts", Effect::Reads, &[]),
    entry("listpkgs", Effect::Reads, &[]),
    entry("modifyacct", Effect::Changes, ONE_USER),
    entry(
        "passwd",
        Effect::Changes,
        &[
            USER,
            Field { aliases: &["pass"], ..field("password", Type::Secret) },
            field("db_pass_update", Type::Optional(&Type::Flag)),
            field("kind", Type::Enum(&["one", "two"])),
            Field { family: true, ..field("acl", Type::Text) },
            field("level", Type::Int),
        ],
    ),
    entry("removeacct", Effect::Changes, ONE_USER),
    entry("showbw", Effect::Reads, &[]),
    entry("suspendacct", Effect::Changes, ONE_USER),
    entry("unsuspendacct", Effect::Changes, ONE_USER),
];
const TOKENS: &[Entry] = &[
    entry("api_token_create", Effect::Changes, &[]),
    entry("api_token_list", Effect::Reads, &[]),
    entry("api_token_revoke", Effect::Changes, &[]),
    Entry { finished: false, ..entry("api_token_update", Effect::Changes, &[]) },
];
const GROUPS: &[Group] = &[
    Group { title: "Accounts", functions: ACCOUNTS },
    Group { title: "Authentication", functions: TOKENS },
];
