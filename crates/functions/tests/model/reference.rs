//! The reference: what the server should hold, as maps, and the rules that several calls share.

use std::collections::BTreeMap;

use api::{Acl, AclSet};

/// A limit; none is no limit.
pub(crate) type Limit = Option<u32>;

/// What should be.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reference {
    pub(crate) accounts: BTreeMap<String, Account>,
    /// Resellers, with an account or without.
    pub(crate) resellers: BTreeMap<String, AclSet>,
    /// Who may log in.
    pub(crate) logins: BTreeMap<String, Login>,
    pub(crate) packages: BTreeMap<String, Package>,
    /// Zones, each with the account whose it is.
    pub(crate) zones: BTreeMap<String, Option<String>>,
    /// How many accounts there ever were.
    pub(crate) made: u32,
    /// How many accounts are gone.
    pub(crate) removed: usize,
}

/// An account.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) domain: String,
    pub(crate) owner: String,
    pub(crate) package: String,
    pub(crate) limits: Limits,
    pub(crate) shell: bool,
    pub(crate) uid: u32,
    /// The reason of its suspension.
    pub(crate) suspended: Option<String>,
    /// Whether only root may unsuspend it.
    pub(crate) locked: bool,
    pub(crate) traces: Traces,
}

/// Which rows of an account's use there are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Traces {
    /// Those that are there as long as the account.
    pub(crate) kept: bool,
    /// Those that last as long as its password.
    pub(crate) session: bool,
    /// Its API tokens.
    pub(crate) token: bool,
}

/// A login.
#[derive(Debug, Clone)]
pub(crate) struct Login {
    pub(crate) password: &'static str,
    pub(crate) must_change: bool,
    pub(crate) has_account: bool,
}

/// What a package gives; `things` stands for everything that is counted alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) quota: Limit,
    pub(crate) bandwidth: Limit,
    pub(crate) addons: Limit,
    pub(crate) things: Limit,
}

/// A package.
#[derive(Debug, Clone)]
pub(crate) struct Package {
    pub(crate) owner: String,
    pub(crate) limits: Limits,
    pub(crate) shell: bool,
}

/// What a new package has where nothing else is said.
pub(crate) const NEW: Limits =
    Limits { quota: Some(10_240), bandwidth: Some(1_048_576), addons: Some(0), things: None };

impl Reference {
    /// What the user may do.
    pub(crate) fn acls(&self, user: &str) -> AclSet {
        if user == "root" {
            return AclSet::all();
        }
        self.resellers.get(user).copied().unwrap_or_default()
    }

    /// Whether the user may do that.
    pub(crate) fn may(&self, user: &str, acl: Acl) -> bool {
        self.acls(user).grants(acl)
    }

    /// Whether the caller sees the account.
    pub(crate) fn sees(&self, caller: &str, name: &str) -> bool {
        let seen =
            |account: &Account| caller == "root" || account.owner == caller || name == caller;
        self.accounts.get(name).is_some_and(seen)
    }

    /// Whether the user has a privilege that the caller lacks.
    pub(crate) fn outranks(&self, name: &str, caller: &str) -> bool {
        let granted = self.resellers.get(name).copied().unwrap_or_default();
        caller != "root" && !self.acls(caller).covers(granted)
    }

    /// How many accounts the user owns beside their own.
    pub(crate) fn owned(&self, user: &str) -> usize {
        let others = self.accounts.iter().filter(|(name, _)| *name != user);
        others.filter(|(_, account)| account.owner == user).count()
    }

    /// The package of that name; `default` is always there.
    pub(crate) fn package(&self, name: &str) -> Option<Package> {
        let built_in = || Package {
            owner: "root".to_owned(),
            limits: Limits { quota: None, bandwidth: None, ..NEW },
            shell: false,
        };
        self.packages.get(name).cloned().or_else(|| (name == "default").then(built_in))
    }

    /// The name under which the caller's new package is kept.
    pub(crate) fn own_name(caller: &str, name: &str) -> String {
        let prefix = format!("{caller}_");
        let plain = caller == "root" || name.starts_with(&prefix);
        if plain { name.to_owned() } else { format!("{prefix}{name}") }
    }

    /// Whether the caller may change the package of exactly that name.
    pub(crate) fn may_change(&self, caller: &str, name: &str) -> bool {
        self.package(name).is_some_and(|package| {
            let given = package.owner == "root" && name.starts_with(&format!("{caller}_"));
            caller == "root" || package.owner == caller || given
        })
    }

    /// The package that the caller means by a name and may change.
    pub(crate) fn changeable(&self, caller: &str, name: &str) -> Option<String> {
        let names = [name.to_owned(), Self::own_name(caller, name)];
        names.into_iter().find(|name| self.may_change(caller, name))
    }

    /// The package that the caller means by a name and may put accounts on.
    pub(crate) fn usable(&self, caller: &str, name: &str) -> Option<String> {
        if self.may_use(caller, name) {
            return Some(name.to_owned());
        }
        self.changeable(caller, name)
    }

    /// Whether the caller may put accounts on the package of exactly that name.
    pub(crate) fn may_use(&self, caller: &str, name: &str) -> bool {
        let global = self.may(caller, Acl::Viewglobalpackages);
        self.package(name).is_some_and(|package| {
            name == "default"
                || (global && package.owner == "root")
                || self.may_change(caller, name)
        })
    }
}

/// The limit that a text means where 0 is none.
pub(crate) fn free(number: u32) -> Limit {
    (number != 0).then_some(number)
}
