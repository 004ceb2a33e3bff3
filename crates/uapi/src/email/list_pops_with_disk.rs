//! `Email::list_pops_with_disk`

use api::{
    Account, Cx, DomainName, Effect, EmailAddress, Error, Flag, Function, Input, Needs, Output,
    Result, UnixTime, Value, records::Outgoing,
};
use functions::domain::mail::{
    mailboxes,
    measure::{self, Measured},
    search::Pattern,
};

/// Lists mailboxes with what they hold.
#[derive(Input)]
pub struct Params {
    /// Only those of this domain.
    pub domain: Option<DomainName>,
    /// Only those of this local part.
    pub email: Option<String>,
    /// Whether it is said what is held or suspended.
    #[param(default = 0)]
    pub get_restrictions: Flag,
    /// The path of an image that stands for no limit in `diskquota`.
    pub infinityimg: Option<String>,
    /// Whether a sign stands for no limit in `diskquota`, where there is no image.
    #[param(default = 0)]
    pub infinitylang: Flag,
    /// The most mailboxes to list.
    pub maxaccounts: Option<u32>,
    /// Whether their mail is not looked at.
    #[param(default = 0)]
    pub no_disk: Flag,
    /// Whether the check of the memory of mailboxes is left out; there is none.
    #[param(default = 0)]
    pub no_validate: Flag,
    /// A pattern that addresses must have.
    pub regex: Option<String>,
}

/// A mailbox with what it holds. Keys that begin with a line are bytes, the others megabytes.
#[derive(Output)]
pub struct Item {
    /// How many bytes it may hold; 0 for no limit.
    #[param(name = "_diskquota")]
    pub quota_bytes: i64,
    /// The bytes that it holds.
    #[param(name = "_diskused")]
    pub used_bytes: i64,
    /// The megabytes that it may hold, or what stands for no limit.
    pub diskquota: Value,
    /// The megabytes that it holds.
    pub diskused: f64,
    /// How much of its quota is used, in percent.
    pub diskusedpercent: i64,
    /// The same, rounded to twenties.
    pub diskusedpercent20: i64,
    /// The same, with its fraction.
    pub diskusedpercent_float: f64,
    /// Its domain.
    pub domain: DomainName,
    /// Its address.
    pub email: EmailAddress,
    /// Whether anything of it is suspended or held.
    #[param(absent)]
    pub has_suspended: Option<Flag>,
    /// Whether what it sends is held.
    #[param(absent)]
    pub hold_outgoing: Option<Flag>,
    /// What it may hold, for people; `None` for no limit.
    pub humandiskquota: String,
    /// What it holds, for people.
    pub humandiskused: String,
    /// What one logs in as.
    pub login: EmailAddress,
    /// When it last changed.
    pub mtime: UnixTime,
    /// Whether mail to it is refused.
    pub suspended_incoming: Flag,
    /// Whether logins to it are refused.
    pub suspended_login: Flag,
    /// Whether what it sends is refused.
    pub suspended_outgoing: Flag,
    /// The megabytes that it may hold, or `unlimited`.
    pub txtdiskquota: Value,
    /// Its local part.
    pub user: String,
}

/// What stands for no limit.
fn unlimited(image: Option<&str>, sign: Flag) -> Value {
    let escaped = |path: &str| {
        path.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    match image {
        Some(path) => format!("<img src=\"{}\" alt=\"unlimited\">", escaped(path)).into(),
        None if sign.0 => "∞".into(),
        None => "unlimited".into(),
    }
}

fn item(one: Measured, unlimited: &Value, restrictions: bool) -> Item {
    let Measured { mailbox, used, quota, percent, changed } = one;
    let megabytes = |none: &Value| match mailbox.quota.0 {
        Some(quota) => quota.into(),
        None => none.clone(),
    };
    let whole = measure::wire(measure::whole(percent));
    let held = mailbox.outgoing == Outgoing::Held;
    let suspended = mailbox.outgoing == Outgoing::Suspended;
    let any = mailbox.incoming_suspended.0 || mailbox.login_suspended.0 || held || suspended;
    Item {
        quota_bytes: measure::wire(quota),
        used_bytes: measure::wire(used),
        diskquota: megabytes(unlimited),
        diskused: measure::megabytes(used),
        diskusedpercent: whole,
        diskusedpercent20: (whole + 10) / 20 * 20,
        diskusedpercent_float: percent,
        has_suspended: restrictions.then_some(Flag(any)),
        hold_outgoing: restrictions.then_some(Flag(held)),
        humandiskquota: if quota == 0 { "None".to_owned() } else { measure::human(quota) },
        humandiskused: measure::human(used),
        login: mailbox.address.clone(),
        mtime: changed,
        suspended_incoming: mailbox.incoming_suspended,
        suspended_login: mailbox.login_suspended,
        suspended_outgoing: Flag(suspended),
        txtdiskquota: megabytes(&"unlimited".into()),
        user: mailbox.address.local().to_owned(),
        email: mailbox.address,
        domain: mailbox.domain,
    }
}

/// See [`Params`].
pub struct ListPopsWithDisk;

impl Function for ListPopsWithDisk {
    const NAME: &'static str = "list_pops_with_disk";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let pattern = Pattern::of(params.regex.as_deref())?;
        let local = params.email.as_deref().map(|email| email.split('@').next().unwrap_or(email));
        if params.maxaccounts == Some(0) {
            return Err(Error::param("maxaccounts", "must be at least 1"));
        }
        let most = params
            .maxaccounts
            .map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
        let found = mailboxes::of(&*tx, &account)?.into_iter().filter(|mailbox| {
            params.domain.as_ref().is_none_or(|domain| mailbox.domain == *domain)
                && local.is_none_or(|local| mailbox.address.local() == local)
                && pattern.fits(mailbox.address.as_str())
        });
        let measured = found.take(most).map(|mailbox| {
            if params.no_disk.0 {
                Ok(measure::unmeasured(mailbox))
            } else {
                measure::mailbox(cx, &account, mailbox)
            }
        });
        let unlimited = unlimited(params.infinityimg.as_deref(), params.infinitylang);
        measured.map(|one| Ok(item(one?, &unlimited, params.get_restrictions.0))).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn mailboxes_are_listed_with_what_they_hold() {
        let world = world();
        data(
            &world,
            "edit_pop_quota",
            &[("domain", "amy.test"), ("email", "info"), ("quota", "1")],
        );
        let to = [("account", "info@amy.test"), ("to", "info@amy.test")];
        data(&world, "dispatch_client_settings", &to);
        let told = data(&world, "list_pops_with_disk", &[("domain", "amy.test")]);
        let info = &told[0];
        assert_eq!(info["_diskquota"], 1 << 20);
        assert_eq!((&info["diskquota"], &info["txtdiskquota"]), (&1.into(), &1.into()));
        assert_eq!(info["humandiskquota"], "1\u{a0}MB");
        assert!(info["_diskused"].as_i64().unwrap() > 0 && info["mtime"].as_i64().unwrap() > 0);
        assert!(info.get("hold_outgoing").is_none());
    }

    #[test]
    fn no_limit_is_shown_as_is_wished() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "info"), ("quota", "unlimited")];
        data(&world, "edit_pop_quota", &form);
        let shown = |form: &[(&str, &str)]| data(&world, "list_pops_with_disk", form)[0].clone();
        let plain = shown(&[]);
        assert_eq!((&plain["diskquota"], &plain["_diskquota"]), (&"unlimited".into(), &0.into()));
        assert_eq!(
            (&plain["humandiskquota"], &plain["txtdiskquota"]),
            (&"None".into(), &"unlimited".into())
        );
        assert_eq!(shown(&[("infinitylang", "1")])["diskquota"], "∞");
        let image = shown(&[("infinityimg", "/a\"b.png")])["diskquota"].clone();
        assert_eq!(image, "<img src=\"/a&quot;b.png\" alt=\"unlimited\">");
        assert_eq!(shown(&[("get_restrictions", "1")])["hold_outgoing"], 0);
        let none = data(&world, "list_pops_with_disk", &[("email", "none")]);
        assert_eq!(none.as_array().unwrap().len(), 0);
        assert!(
            refusal(&world, "list_pops_with_disk", &[("maxaccounts", "0")])
                .starts_with("maxaccounts: ")
        );
    }
}
