//! Why a call should be refused: every reason there is. The server may give any of them.

use api::{Acl, Kind};

use crate::{
    calls::{Call, Create, Modify, Settings, What},
    reference::{Limit, Limits, NEW, Reference, free},
};

impl Reference {
    /// Every reason to refuse the call; none where it should succeed.
    pub(crate) fn refusals(&self, call: &Call) -> Vec<Kind> {
        let caller = call.caller;
        if let Some(acl) = needs(&call.what)
            && !self.may(caller, acl)
        {
            return vec![Kind::Denied];
        }
        match &call.what {
            What::Create(create) => self.against_create(caller, create),
            What::Remove { user, .. } => self.against_remove(caller, user),
            What::Suspend { user, lock } => {
                let mut kinds = self.against_change_of_another(caller, user);
                kinds.extend(root_only(caller, *lock));
                kinds
            }
            What::Unsuspend { user } => {
                let mut kinds = self.against_change_of_another(caller, user);
                kinds.extend(root_only(caller, self.is_locked(user)));
                kinds
            }
            What::Passwd { user, password } => self.against_passwd(caller, user, password),
            What::Force { users, stop } => {
                let mut kinds = users.iter().filter_map(|user| self.against_login(caller, user));
                if *stop { kinds.next().into_iter().collect() } else { Vec::new() }
            }
            What::Modify(modify) => self.against_modify(caller, modify),
            What::ChangePackage { user, package } => {
                let mut kinds = self.against_change(caller, user);
                kinds.extend(self.usable(caller, package).is_none().then_some(Kind::NotFound));
                kinds
            }
            What::AddPkg { name, settings } => self.against_add(caller, name, settings),
            What::EditPkg { name, settings } => self.against_edit(caller, name, settings),
            What::KillPkg { name } => self.against_kill(caller, name),
            What::EditQuota { user, quota } => {
                let mut kinds = self.against_change(caller, user);
                kinds.extend(self.against_quota(caller, free(*quota)));
                kinds
            }
            What::LimitBw { user, limit } => {
                let mut kinds = self.against_change(caller, user);
                kinds.extend(self.against_bandwidth(caller, free(*limit)));
                kinds
            }
            What::Summary { user } => {
                (!self.sees(caller, user)).then_some(Kind::NotFound).into_iter().collect()
            }
            What::List | What::Packages | What::Use { .. } => Vec::new(),
        }
    }

    fn against_create(&self, caller: &str, create: &Create) -> Vec<Kind> {
        let mut kinds = Vec::new();
        let may_edit = self.may(caller, Acl::EditAccount);
        let owned_by_other = create.owner.is_some_and(|owner| owner != caller);
        let by_root = owned_by_other
            || (create.itself && create.owner.is_none())
            || create.reseller
            || create.forcedns;
        let with_limits = create.quota.is_some() || create.addons.is_some();
        kinds.extend(root_only(caller, by_root));
        if (with_limits || create.package.is_none()) && !may_edit {
            kinds.push(Kind::Denied);
        }
        kinds.extend(self.against_shell(caller, create.shell == Some(true)));
        kinds.extend(self.against_name(create.user));
        kinds.extend(self.against_domain(caller, create.domain));
        let given_away = create.forcedns && caller == "root";
        match self.zones.get(create.domain) {
            Some(None) if given_away => {}
            Some(_) => kinds.push(Kind::Exists),
            None => {}
        }
        if let Some(owner) = create.owner
            && owner != create.user
            && !self.may_own(owner)
        {
            kinds.push(Kind::BadParam);
        }
        kinds.extend((create.password == "abc").then_some(Kind::BadParam));
        match self.usable(caller, create.package.unwrap_or("default")) {
            None => kinds.push(Kind::NotFound),
            Some(name) => {
                let limits = self.package(&name).map_or(NEW, |package| package.limits);
                kinds.extend(self.against_limits(caller, create.quota, create.addons, limits));
            }
        }
        kinds
    }

    fn against_remove(&self, caller: &str, user: &str) -> Vec<Kind> {
        let mut kinds = self.against_change_of_another(caller, user);
        kinds.extend(root_only(caller, self.is_locked(user)));
        kinds.extend((self.owned(user) > 0).then_some(Kind::Conflict));
        kinds
    }

    fn against_passwd(&self, caller: &str, user: &str, password: &str) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = self.against_login(caller, user).into_iter().collect();
        let present = self.logins.get(user).map(|login| login.password);
        let own_again = caller == user && present == Some(password);
        kinds.extend((password == "abc" || own_again).then_some(Kind::BadParam));
        kinds
    }

    fn against_modify(&self, caller: &str, modify: &Modify) -> Vec<Kind> {
        let mut kinds = self.against_change(caller, modify.user);
        kinds.extend(root_only(caller, modify.reseller));
        let Some(account) = self.accounts.get(modify.user) else { return kinds };
        kinds.extend(self.against_limits(caller, modify.quota, modify.addons, account.limits));
        kinds.extend(self.against_shell(caller, modify.shell == Some(true) && !account.shell));
        if let Some(owner) = modify.owner {
            kinds.extend(root_only(caller, owner != account.owner && owner != caller));
            let may_own = owner == modify.user || self.may_own(owner);
            kinds.extend((!may_own).then_some(Kind::BadParam));
        }
        if let Some(domain) = modify.domain.filter(|domain| *domain != account.domain) {
            kinds.extend(self.against_domain(caller, domain));
            kinds.extend(self.zones.contains_key(domain).then_some(Kind::Exists));
        }
        if let Some(name) = modify.newuser.filter(|name| *name != modify.user) {
            kinds.extend(root_only(caller, self.resellers.contains_key(modify.user)));
            kinds.extend(self.against_name(name));
        }
        kinds
    }

    fn against_add(&self, caller: &str, name: &str, settings: &Settings) -> Vec<Kind> {
        let mut kinds = self.against_new_package(caller, settings);
        let name = Self::own_name(caller, name);
        kinds.extend(self.package(&name).map(|_| Kind::Exists));
        kinds
    }

    fn against_edit(&self, caller: &str, name: &str, settings: &Settings) -> Vec<Kind> {
        if let Some(name) = self.changeable(caller, name) {
            let before = self.package(&name);
            return before.map_or_else(Vec::new, |before| {
                self.against_settings(caller, settings, Some(before.limits), before.shell)
            });
        }
        let taken = self.package(&Self::own_name(caller, name)).is_some();
        if taken || !self.may(caller, Acl::AddPkg) {
            return vec![Kind::NotFound];
        }
        self.against_new_package(caller, settings)
    }

    fn against_kill(&self, caller: &str, name: &str) -> Vec<Kind> {
        let Some(name) = self.changeable(caller, name) else { return vec![Kind::NotFound] };
        if name == "default" {
            return vec![Kind::BadParam];
        }
        let taken = self.accounts.values().any(|account| account.package == name);
        taken.then_some(Kind::Conflict).into_iter().collect()
    }

    fn against_new_package(&self, caller: &str, settings: &Settings) -> Vec<Kind> {
        self.against_settings(caller, settings, None, false)
    }

    /// What was so before may stay; in a new package everything is new.
    fn against_settings(
        &self,
        caller: &str,
        settings: &Settings,
        before: Option<Limits>,
        had_shell: bool,
    ) -> Vec<Kind> {
        let after = settings.over(before.unwrap_or(NEW));
        let changes =
            |of: fn(&Limits) -> Limit| before.map(|limits| of(&limits)) != Some(of(&after));
        let mut kinds = Vec::new();
        for number in [settings.quota, settings.addons] {
            kinds.extend(number.is_some_and(|number| number > 999_999).then_some(Kind::BadParam));
        }
        if changes(|limits| limits.quota) {
            kinds.extend(self.against_quota(caller, after.quota));
        }
        if changes(|limits| limits.bandwidth) {
            kinds.extend(self.against_bandwidth(caller, after.bandwidth));
        }
        if changes(|limits| limits.addons) {
            kinds.extend(self.against_addons(caller, after.addons));
        }
        if changes(|limits| limits.things) && after.things.is_none() {
            kinds.extend(self.lacks(caller, Acl::AllowUnlimitedPkgs));
        }
        if settings.shell == Some(true) && !had_shell {
            kinds.extend(self.lacks(caller, Acl::AddPkgShell));
        }
        kinds
    }

    /// Why the caller may not change the account.
    fn against_change(&self, caller: &str, user: &str) -> Vec<Kind> {
        if !self.sees(caller, user) {
            return vec![Kind::NotFound];
        }
        self.outranks(user, caller).then_some(Kind::Denied).into_iter().collect()
    }

    fn against_change_of_another(&self, caller: &str, user: &str) -> Vec<Kind> {
        let mut kinds = self.against_change(caller, user);
        kinds.extend((caller == user).then_some(Kind::Denied));
        kinds
    }

    /// Why the caller may not change the credentials.
    pub(crate) fn against_login(&self, caller: &str, user: &str) -> Option<Kind> {
        let seen = match self.logins.get(user) {
            None => false,
            Some(login) if login.has_account => self.sees(caller, user),
            Some(_) => caller == "root" || caller == user,
        };
        if !seen {
            return Some(Kind::NotFound);
        }
        self.outranks(user, caller).then_some(Kind::Denied)
    }

    fn against_name(&self, name: &str) -> Option<Kind> {
        match name {
            "root" => Some(Kind::BadParam),
            _ if name.starts_with("test") => Some(Kind::BadParam),
            _ => self.logins.contains_key(name).then_some(Kind::Exists),
        }
    }

    fn against_domain(&self, caller: &str, domain: &str) -> Vec<Kind> {
        let mut kinds = Vec::new();
        for (name, account) in &self.accounts {
            kinds.extend((account.domain == domain).then_some(Kind::Exists));
            let below = domain.ends_with(&format!(".{}", account.domain));
            let above = account.domain.ends_with(&format!(".{domain}"));
            let related = (below || above) && !self.sees(caller, name);
            kinds.extend(related.then_some(Kind::Denied));
        }
        kinds
    }

    fn against_limits(
        &self,
        caller: &str,
        quota: Option<u32>,
        addons: Option<u32>,
        present: Limits,
    ) -> Vec<Kind> {
        let mut kinds = Vec::new();
        if let Some(quota) = quota.map(free).filter(|quota| *quota != present.quota) {
            kinds.extend(self.against_quota(caller, quota));
        }
        if let Some(addons) = addons.filter(|addons| Some(*addons) != present.addons) {
            kinds.extend((addons > 999_999).then_some(Kind::BadParam));
            kinds.extend(self.against_addons(caller, Some(addons)));
        }
        kinds
    }

    fn against_quota(&self, caller: &str, quota: Limit) -> Option<Kind> {
        quota.is_none().then(|| self.lacks(caller, Acl::AllowUnlimitedDiskPkgs)).flatten()
    }

    fn against_bandwidth(&self, caller: &str, limit: Limit) -> Option<Kind> {
        limit.is_none().then(|| self.lacks(caller, Acl::AllowUnlimitedBwPkgs)).flatten()
    }

    fn against_addons(&self, caller: &str, limit: Limit) -> Option<Kind> {
        (limit != Some(0)).then(|| self.lacks(caller, Acl::AllowAddoncreate)).flatten()
    }

    fn against_shell(&self, caller: &str, gets: bool) -> Option<Kind> {
        gets.then(|| self.lacks(caller, Acl::AllowShell)).flatten()
    }

    fn lacks(&self, caller: &str, acl: Acl) -> Option<Kind> {
        (!self.may(caller, acl)).then_some(Kind::Denied)
    }

    fn may_own(&self, user: &str) -> bool {
        user == "root" || self.resellers.contains_key(user)
    }

    fn is_locked(&self, user: &str) -> bool {
        self.accounts.get(user).is_some_and(|account| account.locked)
    }
}

fn root_only(caller: &str, asked: bool) -> Option<Kind> {
    (asked && caller != "root").then_some(Kind::Denied)
}

/// The privilege that the gate asks for.
fn needs(what: &What) -> Option<Acl> {
    Some(match what {
        What::Create(_) => Acl::CreateAcct,
        What::Remove { .. } => Acl::KillAcct,
        What::Suspend { .. } | What::Unsuspend { .. } => Acl::SuspendAcct,
        What::Passwd { .. } | What::Force { .. } => Acl::Passwd,
        What::Modify(_) => Acl::EditAccount,
        What::ChangePackage { .. } => Acl::UpgradeAccount,
        What::AddPkg { .. } | What::KillPkg { .. } => Acl::AddPkg,
        What::EditPkg { .. } => Acl::EditPkg,
        What::EditQuota { .. } => Acl::Quota,
        What::LimitBw { .. } => Acl::LimitBandwidth,
        What::List => Acl::ListAccts,
        What::Summary { .. } => Acl::AcctSummary,
        What::Packages => Acl::ListPkgs,
        What::Use { .. } => return None,
    })
}
