//! The calls of a sequence: who calls, what, and the parameters as a client would send them. The
//! names come from small pools, so that calls meet each other's effects.

use proptest::{
    collection::vec, option::weighted, prelude::*, sample::select, sample::subsequence,
    strategy::Union,
};

use crate::world::PASSWORD;

const USERS: &[&str] = &["anna", "bert", "carl", "rita", "sven"];
const DOMAINS: &[&str] =
    &["one.test", "two.test", "sub.one.test", "deep.sub.one.test", "rita.test"];
const PACKAGES: &[&str] = &["default", "gold", "rita_gold", "small", "sven_small"];
const PASSWORDS: &[&str] = &[PASSWORD, "Tundra-otter-9-mellow", "abc"];
const NUMBERS: &[u32] = &[0, 1, 500, 999_999];

/// One call.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) caller: &'static str,
    pub(crate) what: What,
}

/// What is called.
#[derive(Debug, Clone)]
pub(crate) enum What {
    Create(Create),
    Remove {
        user: &'static str,
        keepdns: bool,
    },
    Suspend {
        user: &'static str,
        lock: bool,
    },
    Unsuspend {
        user: &'static str,
    },
    Passwd {
        user: &'static str,
        password: &'static str,
    },
    Force {
        users: Vec<&'static str>,
        stop: bool,
    },
    Modify(Modify),
    ChangePackage {
        user: &'static str,
        package: &'static str,
    },
    AddPkg {
        name: &'static str,
        settings: Settings,
    },
    EditPkg {
        name: &'static str,
        settings: Settings,
    },
    KillPkg {
        name: &'static str,
    },
    EditQuota {
        user: &'static str,
        quota: u32,
    },
    LimitBw {
        user: &'static str,
        limit: u32,
    },
    List,
    Summary {
        user: &'static str,
    },
    Packages,
    /// No call: rows that use of the account leaves, of each kind one.
    Use {
        user: &'static str,
    },
}

/// The parameters of a creation.
#[derive(Debug, Clone)]
pub(crate) struct Create {
    pub(crate) user: &'static str,
    pub(crate) domain: &'static str,
    pub(crate) password: &'static str,
    pub(crate) package: Option<&'static str>,
    pub(crate) owner: Option<&'static str>,
    pub(crate) itself: bool,
    pub(crate) quota: Option<u32>,
    pub(crate) addons: Option<u32>,
    pub(crate) shell: Option<bool>,
    pub(crate) reseller: bool,
    pub(crate) forcedns: bool,
}

/// The parameters of a modification.
#[derive(Debug, Clone)]
pub(crate) struct Modify {
    pub(crate) user: &'static str,
    pub(crate) newuser: Option<&'static str>,
    pub(crate) domain: Option<&'static str>,
    pub(crate) owner: Option<&'static str>,
    pub(crate) quota: Option<u32>,
    pub(crate) addons: Option<u32>,
    pub(crate) shell: Option<bool>,
    pub(crate) reseller: bool,
}

/// The settings of a package.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) quota: Option<u32>,
    pub(crate) bandwidth: Option<u32>,
    pub(crate) addons: Option<u32>,
    pub(crate) shell: Option<bool>,
    /// The number of everything else that is counted.
    pub(crate) things: Option<u32>,
}

/// A sequence of calls, fifty on average: short ones are what a failure is shrunk to.
pub(crate) fn sequence() -> impl Strategy<Value = Vec<Call>> {
    let caller = prop_oneof![
        8 => Just("root"),
        6 => Just("rita"),
        4 => Just("sven"),
        1 => Just("anna"),
    ];
    vec((caller, what()).prop_map(|(caller, what)| Call { caller, what }), 1..100)
}

fn what() -> impl Strategy<Value = What> {
    Union::new_weighted(vec![
        (10, create().prop_map(What::Create).boxed()),
        (4, (user(), rarely()).prop_map(|(user, keepdns)| What::Remove { user, keepdns }).boxed()),
        (3, (user(), rarely()).prop_map(|(user, lock)| What::Suspend { user, lock }).boxed()),
        (3, user().prop_map(|user| What::Unsuspend { user }).boxed()),
        (6, passwd().boxed()),
        (4, force().boxed()),
        (8, modify().prop_map(What::Modify).boxed()),
        (
            3,
            (user(), package())
                .prop_map(|(user, package)| What::ChangePackage { user, package })
                .boxed(),
        ),
        (
            3,
            (package(), settings())
                .prop_map(|(name, settings)| What::AddPkg { name, settings })
                .boxed(),
        ),
        (
            4,
            (package(), settings())
                .prop_map(|(name, settings)| What::EditPkg { name, settings })
                .boxed(),
        ),
        (2, package().prop_map(|name| What::KillPkg { name }).boxed()),
        (2, (user(), number()).prop_map(|(user, quota)| What::EditQuota { user, quota }).boxed()),
        (2, (user(), number()).prop_map(|(user, limit)| What::LimitBw { user, limit }).boxed()),
        (1, Just(What::List).boxed()),
        (2, user().prop_map(|user| What::Summary { user }).boxed()),
        (1, Just(What::Packages).boxed()),
        (3, user().prop_map(|user| What::Use { user }).boxed()),
    ])
}

fn user() -> impl Strategy<Value = &'static str> {
    select(USERS)
}

fn package() -> impl Strategy<Value = &'static str> {
    select(PACKAGES)
}

fn number() -> impl Strategy<Value = u32> {
    select(NUMBERS)
}

fn rarely() -> impl Strategy<Value = bool> {
    proptest::bool::weighted(0.2)
}

fn sometimes<T: Clone + std::fmt::Debug + 'static>(
    some: impl Strategy<Value = T>,
) -> impl Strategy<Value = Option<T>> {
    weighted(0.25, some)
}

fn owner() -> impl Strategy<Value = &'static str> {
    select(vec!["root", "rita", "sven", "anna"])
}

fn create() -> impl Strategy<Value = Create> {
    let names = (select(vec!["anna", "bert", "carl", "rita", "testy", "root"]), select(DOMAINS));
    let password = prop_oneof![9 => Just(PASSWORD), 1 => Just("abc")];
    let package = weighted(0.7, package());
    let owners = (weighted(0.3, owner()), rarely());
    let limits = (sometimes(number()), sometimes(number()), sometimes(any::<bool>()));
    let flags = (rarely(), rarely());
    (names, password, package, owners, limits, flags).prop_map(
        |((user, domain), password, package, (owner, itself), (quota, addons, shell), flags)| {
            let (reseller, forcedns) = flags;
            Create {
                user,
                domain,
                password,
                package,
                owner,
                itself,
                quota,
                addons,
                shell,
                reseller,
                forcedns,
            }
        },
    )
}

fn modify() -> impl Strategy<Value = Modify> {
    let names = (user(), sometimes(user()), sometimes(select(DOMAINS)), sometimes(owner()));
    let limits = (sometimes(number()), sometimes(number()), sometimes(any::<bool>()));
    (names, limits, proptest::bool::weighted(0.1)).prop_map(
        |((user, newuser, domain, owner), (quota, addons, shell), reseller)| Modify {
            user,
            newuser,
            domain,
            owner,
            quota,
            addons,
            shell,
            reseller,
        },
    )
}

fn passwd() -> impl Strategy<Value = What> {
    let user = prop_oneof![user(), select(vec!["rita", "sven"])];
    (user, select(PASSWORDS)).prop_map(|(user, password)| What::Passwd { user, password })
}

fn force() -> impl Strategy<Value = What> {
    (subsequence(USERS, 1..=3), any::<bool>()).prop_map(|(users, stop)| What::Force { users, stop })
}

fn settings() -> impl Strategy<Value = Settings> {
    let limits = (sometimes(number()), sometimes(number()), sometimes(number()));
    (limits, sometimes(any::<bool>()), weighted(0.5, Just(5))).prop_map(
        |((quota, bandwidth, addons), shell, things)| Settings {
            quota,
            bandwidth,
            addons,
            shell,
            things,
        },
    )
}

/// The call that made the account that is there before the first.
pub(crate) fn first_account() -> Call {
    Call {
        caller: "root",
        what: What::Create(Create {
            user: "rita",
            domain: "rita.test",
            password: PASSWORD,
            package: None,
            owner: None,
            itself: false,
            quota: None,
            addons: None,
            shell: None,
            reseller: false,
            forcedns: false,
        }),
    }
}
