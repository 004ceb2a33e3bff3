//! An account's settings: read from its summary, changed field by field.

use api::{Form, Kind, Value};

use crate::pages::{
    desk::{Desk, Problem},
    read,
};

/// What is shown of one account.
pub(crate) struct Summary {
    /// The user.
    pub(crate) user: String,
    /// The main domain.
    pub(crate) domain: String,
    /// The contact address.
    pub(crate) email: String,
    /// The owner.
    pub(crate) owner: String,
    /// The package.
    pub(crate) plan: String,
    /// The address of its sites.
    pub(crate) ip: String,
    /// The disk space allowed, in MiB or `unlimited`.
    pub(crate) quota: String,
    /// The disk space used.
    pub(crate) used: String,
    /// The traffic allowed a month, in MiB or `unlimited`; empty where not known.
    pub(crate) bandwidth: String,
    /// When it was made.
    pub(crate) created: String,
    /// Whether it is suspended.
    pub(crate) suspended: bool,
    /// Why.
    pub(crate) reason: String,
    /// Since when.
    pub(crate) since: String,
    /// Whether only root may unsuspend it.
    pub(crate) locked: bool,
}

/// What is in the fields of the account's forms: what was sent, where a form is shown again.
pub(crate) struct Filled {
    /// The main domain.
    pub(crate) domain: String,
    /// The contact address.
    pub(crate) email: String,
    /// The disk space.
    pub(crate) quota: String,
    /// The owner.
    pub(crate) owner: String,
    /// The package.
    pub(crate) package: String,
    /// The traffic a month.
    pub(crate) bandwidth: String,
    /// Why it is to be suspended.
    pub(crate) reason: String,
}

impl Filled {
    /// The fields of an account's forms.
    pub(crate) fn of(desk: &Desk<'_>, account: &Summary) -> Self {
        let sent = |name: &str, otherwise: &str| {
            let sent = desk.form.last(name).filter(|_| desk.post);
            sent.unwrap_or(otherwise).to_owned()
        };
        Self {
            domain: sent("domain", &account.domain),
            email: sent("email", &account.email),
            quota: sent("quota", &account.quota),
            owner: sent("owner", &account.owner),
            package: sent("pkg", &account.plan),
            bandwidth: sent("bwlimit", &account.bandwidth),
            reason: sent("reason", ""),
        }
    }
}

impl Summary {
    /// Asks the function that the visitor may call.
    pub(crate) fn find(desk: &Desk<'_>, user: &str) -> Result<Self, Problem> {
        let told = if desk.may("accountsummary") || !desk.may("listaccts") {
            desk.ask("accountsummary", &[("user", user)])?
        } else {
            let search = [("search", user), ("searchtype", "user"), ("searchmethod", "exact")];
            desk.ask("listaccts", &search)?
        };
        match read::list(&told.data, "acct").first() {
            Some(account) => Ok(Self::read(account, bandwidth(desk, user))),
            None => {
                let reason = format!("There is no account “{user}”.");
                Err(Problem { kind: Kind::NotFound, reason })
            }
        }
    }

    fn read(account: &Value, bandwidth: String) -> Self {
        let text = |key: &str| read::text(account, key);
        let time = |key: &str| read::moment(read::number(account, key).unwrap_or_default());
        let suspended = read::flag(account, "suspended");
        Self {
            user: text("user"),
            domain: text("domain"),
            email: text("email").trim_matches('*').to_owned(),
            owner: text("owner"),
            plan: text("plan"),
            ip: text("ip"),
            quota: text("disklimit").trim_end_matches('M').to_owned(),
            used: format!("{} MiB", text("diskused").trim_end_matches('M')),
            bandwidth,
            created: time("unix_startdate"),
            reason: if suspended { text("suspendreason") } else { String::new() },
            since: if suspended { time("suspendtime") } else { String::new() },
            suspended,
            locked: read::flag(account, "is_locked"),
        }
    }
}

/// The traffic that the account may have a month, where the visitor may know it.
fn bandwidth(desk: &Desk<'_>, user: &str) -> String {
    if !desk.may("showbw") {
        return String::new();
    }
    let search = format!("^{user}$");
    let told = desk.ask("showbw", &[("search", &search), ("searchtype", "user")]);
    let limit = told.ok().and_then(|told| {
        let found =
            read::list(&told.data, "acct").iter().find(|one| read::text(one, "user") == user);
        found.map(|account| read::text(account, "limit"))
    });
    match limit.as_deref().map(str::parse::<u64>) {
        Some(Ok(0) | Err(_)) => "unlimited".to_owned(),
        Some(Ok(bytes)) => (bytes / 1_048_576).to_string(),
        None => String::new(),
    }
}

/// Sends the fields that differ from what they were when the form was made.
pub(crate) fn save(desk: &Desk<'_>, user: &str) -> Result<(), Problem> {
    let mut form = Form::default();
    form.push("user", user);
    for (field, parameter) in
        [("domain", "domain"), ("email", "contactemail"), ("quota", "QUOTA"), ("owner", "owner")]
    {
        let was = format!("was.{field}");
        if desk.form.last(field).is_some() && desk.given(field) != desk.given(&was) {
            form.push(parameter, desk.given(field));
        }
    }
    if form.len() > 1 {
        desk.ask_form("modifyacct", &form)?;
    }
    Ok(())
}
