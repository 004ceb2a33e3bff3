//! What a call that succeeds changes, and what it answers.

use api::Value;
use functions::domain::resellers;
use serde_json::json;

use crate::{
    calls::{Call, Create, Modify, Settings, What},
    forms::reason,
    reference::{Account, Limit, Limits, Login, NEW, Package, Reference, Traces, free},
};

impl Settings {
    /// These limits where they are given, those elsewhere.
    pub(crate) fn over(&self, limits: Limits) -> Limits {
        Limits {
            quota: self.quota.map_or(limits.quota, free),
            bandwidth: self.bandwidth.map_or(limits.bandwidth, free),
            addons: self.addons.or(limits.addons),
            things: self.things.or(limits.things),
        }
    }
}

impl Reference {
    /// Makes the call; gives the part of the answer that is known beforehand.
    pub(crate) fn apply(&mut self, call: &Call) -> Value {
        let caller = call.caller;
        match &call.what {
            What::Create(create) => self.create(caller, create),
            What::Remove { user, keepdns } => self.remove(user, *keepdns),
            What::Suspend { user, lock } => self.change(user, |account| {
                account.suspended = Some(reason(*lock));
                account.locked |= lock;
                account.traces.session = false;
            }),
            What::Unsuspend { user } => self.change(user, |account| {
                account.suspended = None;
                account.locked = false;
            }),
            What::Passwd { user, password } => self.passwd(caller, user, password),
            What::Force { users, .. } => self.force(caller, users),
            What::Modify(modify) => self.modify(modify),
            What::ChangePackage { user, package } => self.change_package(caller, user, package),
            What::AddPkg { name, settings } => self.add_package(caller, name, settings),
            What::EditPkg { name, settings } => self.edit_package(caller, name, settings),
            What::KillPkg { name } => {
                self.changeable(caller, name).map(|name| self.packages.remove(&name));
                Value::Null
            }
            What::EditQuota { user, quota } => {
                self.change(user, |account| account.limits.quota = free(*quota))
            }
            What::LimitBw { user, limit } => {
                self.change(user, |account| account.limits.bandwidth = free(*limit));
                json!({"bwlimits": [{"bwlimit": limit, "unlimited": u8::from(*limit == 0)}]})
            }
            What::List => json!({"acct": self.listed(caller)}),
            What::Summary { user } => json!({"acct": [self.summary(user)]}),
            What::Packages => json!({"pkg": self.listed_packages(caller)}),
            What::Use { user } => self.change(user, |account| {
                account.traces = Traces { kept: true, session: true, token: true };
            }),
        }
    }

    /// What a call that is refused changes all the same: a list of users up to the first refused.
    pub(crate) fn apply_refused(&mut self, call: &Call) {
        if let What::Force { users, .. } = &call.what {
            let refused = |user: &&str| self.against_login(call.caller, user).is_some();
            let end = users.iter().position(refused).unwrap_or_default();
            if self.may(call.caller, api::Acl::Passwd) {
                self.force(call.caller, users.get(..end).unwrap_or_default());
            }
        }
    }

    fn change(&mut self, user: &str, change: impl FnOnce(&mut Account)) -> Value {
        self.accounts.get_mut(user).map(change);
        Value::Null
    }

    fn create(&mut self, caller: &str, create: &Create) -> Value {
        let name = create.user.to_owned();
        let package = self.usable(caller, create.package.unwrap_or("default")).unwrap_or_default();
        let plan = self.package(&package).unwrap_or_else(|| unreachable!("{package}"));
        let owner = create.owner.unwrap_or(if create.itself { create.user } else { caller });
        let account = Account {
            domain: create.domain.to_owned(),
            owner: owner.to_owned(),
            package: package.clone(),
            limits: Limits {
                quota: create.quota.map_or(plan.limits.quota, free),
                addons: create.addons.or(plan.limits.addons),
                ..plan.limits
            },
            shell: create.shell.unwrap_or(plan.shell),
            uid: 1000 + self.made,
            suspended: None,
            locked: false,
            traces: Traces::default(),
        };
        self.made += 1;
        self.zones.insert(account.domain.clone(), Some(name.clone()));
        let login = Login { password: create.password, must_change: false, has_account: true };
        self.logins.insert(name.clone(), login);
        if create.reseller {
            self.resellers.insert(name.clone(), resellers::initial());
        }
        self.accounts.insert(name, account);
        json!({"package": package, "ip": "192.0.2.10"})
    }

    fn remove(&mut self, user: &str, keepdns: bool) -> Value {
        self.accounts.remove(user);
        self.removed += 1;
        self.logins.remove(user);
        self.resellers.remove(user);
        for package in self.packages.values_mut().filter(|package| package.owner == user) {
            "root".clone_into(&mut package.owner);
        }
        let its = |owner: &Option<String>| owner.as_deref() == Some(user);
        if keepdns {
            self.zones.values_mut().filter(|owner| its(owner)).for_each(|owner| *owner = None);
        } else {
            self.zones.retain(|_, owner| !its(owner));
        }
        Value::Null
    }

    fn passwd(&mut self, caller: &str, user: &str, password: &'static str) -> Value {
        if let Some(login) = self.logins.get_mut(user) {
            login.password = password;
            login.must_change &= caller != user;
        }
        self.change(user, |account| account.traces.session = false);
        json!({"app": ["system"]})
    }

    fn force(&mut self, caller: &str, users: &[&'static str]) -> Value {
        let flagged: Vec<&str> = users
            .iter()
            .copied()
            .filter(|user| self.against_login(caller, user).is_none())
            .collect();
        for user in &flagged {
            if let Some(login) = self.logins.get_mut(*user) {
                login.must_change = true;
            }
        }
        json!({"updated": flagged})
    }

    fn modify(&mut self, modify: &Modify) -> Value {
        let Some(mut account) = self.accounts.remove(modify.user) else { return Value::Null };
        account.limits.quota = modify.quota.map_or(account.limits.quota, free);
        account.limits.addons = modify.addons.or(account.limits.addons);
        account.shell = modify.shell.unwrap_or(account.shell);
        if let Some(owner) = modify.owner {
            owner.clone_into(&mut account.owner);
        }
        if let Some(domain) = modify.domain.filter(|domain| *domain != account.domain) {
            let zone = self.zones.remove(&account.domain).flatten();
            self.zones.insert(domain.to_owned(), zone.or(Some(modify.user.to_owned())));
            domain.clone_into(&mut account.domain);
        }
        let name = modify.newuser.unwrap_or(modify.user);
        let domain = account.domain.clone();
        if name != modify.user {
            account.traces.session = false;
        }
        self.accounts.insert(modify.user.to_owned(), account);
        self.rename(modify.user, name);
        if modify.reseller {
            self.resellers.entry(name.to_owned()).or_insert_with(resellers::initial);
        }
        let account = &self.accounts[name];
        let cpuser = json!({
            "USER": name,
            "DOMAIN": domain,
            "OWNER": account.owner,
            "PLAN": account.package,
            "QUOTA": account.limits.quota.map_or("unlimited".to_owned(), |quota| quota.to_string()),
        });
        json!({"user": name, "domain": domain, "cpuser": cpuser})
    }

    /// Gives a user another name wherever the old one stands.
    fn rename(&mut self, old: &str, new: &str) {
        if let Some(account) = self.accounts.remove(old) {
            self.accounts.insert(new.to_owned(), account);
        }
        if let Some(login) = self.logins.remove(old) {
            self.logins.insert(new.to_owned(), login);
        }
        if let Some(acls) = self.resellers.remove(old) {
            self.resellers.insert(new.to_owned(), acls);
        }
        let accounts = self.accounts.values_mut().map(|account| &mut account.owner);
        let packages = self.packages.values_mut().map(|package| &mut package.owner);
        let zones = self.zones.values_mut().flatten();
        for owner in accounts.chain(packages).chain(zones).filter(|owner| *owner == old) {
            new.clone_into(owner);
        }
    }

    fn change_package(&mut self, caller: &str, user: &str, name: &str) -> Value {
        let name = self.usable(caller, name).unwrap_or_default();
        let package = self.package(&name).unwrap_or_else(|| unreachable!("{name}"));
        self.change(user, |account| {
            account.package = name;
            account.limits = package.limits;
            account.shell = package.shell;
        })
    }

    fn add_package(&mut self, caller: &str, name: &str, settings: &Settings) -> Value {
        let name = Self::own_name(caller, name);
        let package = Package {
            owner: self.owner_of_new(caller, &name),
            limits: settings.over(NEW),
            shell: settings.shell.unwrap_or(false),
        };
        self.packages.insert(name.clone(), package);
        json!({"pkg": name})
    }

    /// A package with a reseller's name before it is the reseller's, whoever makes it.
    fn owner_of_new(&self, caller: &str, name: &str) -> String {
        let prefix = name.split_once('_').map(|(prefix, _)| prefix);
        match prefix.filter(|prefix| self.resellers.contains_key(*prefix)) {
            Some(prefix) if caller == "root" => prefix.to_owned(),
            _ => caller.to_owned(),
        }
    }

    /// The accounts on a package follow it; their shells only where the package's changed.
    fn edit_package(&mut self, caller: &str, name: &str, settings: &Settings) -> Value {
        let Some(name) = self.changeable(caller, name) else {
            return self.add_package(caller, name, settings);
        };
        let mut package = self.package(&name).unwrap_or_else(|| unreachable!("{name}"));
        let had_shell = package.shell;
        package.limits = settings.over(package.limits);
        package.shell = settings.shell.unwrap_or(had_shell);
        for account in self.accounts.values_mut().filter(|account| account.package == name) {
            account.limits = package.limits;
            if package.shell != had_shell {
                account.shell = package.shell;
            }
        }
        self.packages.insert(name.clone(), package);
        json!({"pkg": name})
    }

    /// The accounts that the caller sees, as lists show them.
    pub(crate) fn listed(&self, caller: &str) -> Vec<Value> {
        let seen = self.accounts.keys().filter(|name| self.sees(caller, name));
        seen.map(|name| self.summary(name)).collect()
    }

    fn summary(&self, name: &str) -> Value {
        let account = &self.accounts[name];
        let limits = account.limits;
        json!({
            "user": name,
            "domain": account.domain,
            "owner": account.owner,
            "plan": account.package,
            "disklimit": limits.quota.map_or("unlimited".to_owned(), |quota| format!("{quota}M")),
            "maxaddons": limit(limits.addons),
            "maxftp": limit(limits.things),
            "maxpop": limit(limits.things),
            "uid": account.uid,
            "shell": if account.shell { "/bin/bash" } else { "/usr/sbin/nologin" },
            "suspended": u8::from(account.suspended.is_some()),
            "suspendreason": account.suspended.as_deref().unwrap_or("not suspended"),
            "is_locked": u8::from(account.locked),
        })
    }

    fn listed_packages(&self, caller: &str) -> Vec<Value> {
        let mut names: Vec<&str> = self.packages.keys().map(String::as_str).collect();
        names.push("default");
        names.sort_unstable();
        names.dedup();
        names.retain(|name| self.may_use(caller, name));
        names.iter().map(|name| self.listed_package(name)).collect()
    }

    fn listed_package(&self, name: &str) -> Value {
        let package = self.package(name).unwrap_or_else(|| unreachable!("{name}"));
        json!({
            "name": name,
            "QUOTA": limit(package.limits.quota),
            "BWLIMIT": limit(package.limits.bandwidth),
            "MAXADDON": limit(package.limits.addons),
            "MAXSQL": limit(package.limits.things),
            "HASSHELL": if package.shell { "y" } else { "n" },
        })
    }
}

fn limit(limit: Limit) -> Value {
    limit.map_or(json!("unlimited"), Value::from)
}
