//! `Email::listpopswithdisk` of cPanel API 2

use api::{
    Cx, DomainName, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Value,
};

use crate::email::list_pops_with_disk::{self, Item, ListPopsWithDisk};

/// Lists mailboxes with what they hold.
#[derive(Input)]
pub struct Params {
    /// Only those of this domain.
    pub domain: Option<DomainName>,
    /// A pattern that addresses must have.
    pub regex: Option<String>,
    /// Whether only those are listed that hold 95 percent of what they may.
    #[param(default = 0)]
    pub nearquotaonly: Flag,
    /// Whether the check of the memory of mailboxes is left out; there is none.
    #[param(default = 0)]
    pub no_validate: Flag,
}

/// A mailbox.
#[derive(Output)]
pub struct Row {
    /// How many bytes it may hold; `0` for no limit.
    #[param(name = "_diskquota")]
    pub quota_bytes: String,
    /// The bytes that it holds.
    #[param(name = "_diskused")]
    pub used_bytes: String,
    /// The megabytes that it may hold, or `unlimited`.
    pub diskquota: Value,
    /// The megabytes that it holds.
    pub diskused: f64,
    /// How much of its quota is used, in percent.
    pub diskusedpercent: i64,
    /// The same, rounded to twenties.
    pub diskusedpercent20: i64,
    /// Its domain.
    pub domain: DomainName,
    /// Its address.
    pub email: EmailAddress,
    /// What it may hold, for people; `None` for no limit.
    pub humandiskquota: String,
    /// What it holds, for people; `None` for nothing.
    pub humandiskused: String,
    /// What one logs in as.
    pub login: EmailAddress,
    /// When it last changed, as a Unix time.
    pub mtime: String,
    /// The megabytes that it may hold, or `unlimited`.
    pub txtdiskquota: Value,
    /// Its local part.
    pub user: String,
}

fn row(one: Item) -> Row {
    let is_empty = one.used_bytes == 0;
    Row {
        quota_bytes: one.quota_bytes.to_string(),
        used_bytes: one.used_bytes.to_string(),
        diskquota: one.diskquota,
        diskused: one.diskused,
        diskusedpercent: one.diskusedpercent,
        diskusedpercent20: one.diskusedpercent20,
        domain: one.domain,
        email: one.email,
        humandiskquota: one.humandiskquota,
        humandiskused: if is_empty { "None".to_owned() } else { one.humandiskused },
        login: one.login,
        mtime: one.mtime.0.to_string(),
        txtdiskquota: one.txtdiskquota,
        user: one.user,
    }
}

/// See [`Params`].
pub struct Listpopswithdisk;

impl Function for Listpopswithdisk {
    const NAME: &'static str = "listpopswithdisk";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let twin = list_pops_with_disk::Params {
            domain: params.domain,
            email: None,
            get_restrictions: Flag(false),
            infinityimg: None,
            infinitylang: Flag(false),
            maxaccounts: None,
            no_disk: Flag(false),
            no_validate: params.no_validate,
            regex: params.regex,
        };
        let found = ListPopsWithDisk::run(cx, twin)?.into_iter();
        let near = |one: &Item| !params.nearquotaonly.0 || one.diskusedpercent >= 95;
        Ok(found.filter(near).map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn amounts_are_texts_as_older_clients_know_them() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "info"), ("quota", "5")];
        world.api2("amy", "Email", "editquota", &form).unwrap();
        let rows = world.api2("amy", "Email", "listpopswithdisk", &form[..1]).unwrap().data;
        let one = &rows[0];
        assert_eq!((&one["login"], &one["user"]), (&"info@amy.test".into(), &"info".into()));
        assert_eq!((&one["diskquota"], &one["_diskquota"]), (&5.into(), &"5242880".into()));
        assert_eq!((&one["_diskused"], &one["humandiskused"]), (&"0".into(), &"None".into()));
        let near = world.api2("amy", "Email", "listpopswithdisk", &[("nearquotaonly", "1")]);
        assert_eq!(near.unwrap().data.as_array().unwrap().len(), 0);
    }
}
