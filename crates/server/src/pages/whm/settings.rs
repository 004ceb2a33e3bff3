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
        Some(Ok(0)) | Some(Err(_)) => "unlimited".to_owned(),
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
