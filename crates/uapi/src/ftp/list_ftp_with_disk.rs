//! `Ftp::list_ftp_with_disk`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::ftp::listing::{self, Disk, Entry, Kind, Kinds};

/// Lists FTP accounts with disk use.
#[derive(Input)]
pub struct Params {
    /// Types anonymous, logaccess, main, sub, joined by `|`; all where absent.
    pub include_acct_types: Option<String>,
    /// Types anonymous, logaccess, main, sub, joined by `|`; none where absent.
    pub skip_acct_types: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// MiB that may be; `0.00` for no limit.
    #[param(name = "_diskquota")]
    pub diskquota: String,
    /// MiB that are used.
    #[param(name = "_diskused")]
    pub diskused: String,
    /// What kind it is.
    pub accttype: Kind,
    /// Whether it can be removed.
    pub deleteable: Flag,
    /// The folder that it sees, with the home before it.
    pub dir: String,
    /// MiB that may be, or `unlimited`.
    #[param(name = "diskquota")]
    pub other_diskquota: String,
    /// MiB that are used.
    #[param(name = "diskused")]
    pub other_diskused: String,
    /// What is used in percent of what may be.
    pub diskusedpercent: i64,
    /// That, rounded to steps of 20.
    pub diskusedpercent20: i64,
    /// The folder as a link; none is made.
    pub htmldir: Option<String>,
    /// What may be, for people.
    pub humandiskquota: String,
    /// What is used, for people.
    pub humandiskused: String,
    /// What stands before the `@`.
    pub login: String,
    /// The folder below the home.
    pub reldir: String,
    /// The login as it is typed.
    pub serverlogin: String,
}

/// See [`Params`].
pub struct ListFtpWithDisk;

impl Function for ListFtpWithDisk {
    const NAME: &'static str = "list_ftp_with_disk";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Item>> {
        list(cx, params.include_acct_types.as_deref(), params.skip_acct_types.as_deref())
    }
}

/// The rows.
pub fn list(cx: &Cx<'_>, include: Option<&str>, skip: Option<&str>) -> Result<Vec<Item>> {
    let kinds = Kinds::read(include, skip)?;
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    let entries = listing::entries(&*tx, &account, &kinds)?;
    drop(tx);
    let items = entries.into_iter().map(|entry| {
        let disk = Disk::of(cx, &account, &entry)?;
        Ok(item(entry, disk))
    });
    items.collect()
}

fn item(entry: Entry, disk: Disk) -> Item {
    Item {
        diskquota: disk.quota,
        diskused: disk.used.clone(),
        accttype: entry.kind,
        deleteable: Flag(entry.kind == Kind::Sub),
        dir: disk.path,
        other_diskquota: disk.limit,
        other_diskused: disk.used,
        diskusedpercent: disk.percent,
        diskusedpercent20: disk.percent20,
        htmldir: None,
        humandiskquota: disk.human_quota,
        humandiskused: disk.human_used,
        login: entry.name,
        reldir: entry.folder,
        serverlogin: entry.login,
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn each_login_says_what_its_folder_holds() {
        let world = World::new().account("alice", "root");
        let pass = "Quarry-lamp-7-vivid";
        let form = [("user", "shop"), ("pass", pass), ("quota", "10"), ("homedir", "public_html")];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        let data = world.uapi_data("alice", "Ftp", "list_ftp_with_disk", &[]);
        let (main, shop) = (&data[0], &data[1]);
        assert_eq!(main["accttype"], "main");
        assert_eq!((&main["deleteable"], &main["login"]), (&json!(0), &json!("alice")));
        let quota = ["_diskquota", "diskquota", "humandiskquota"].map(|key| main[key].clone());
        assert_eq!(quota, ["0.00", "unlimited", "None"]);
        let keys = ["login", "serverlogin", "dir", "reldir", "_diskquota", "diskquota"];
        let texts = keys.map(|key| shop[key].as_str().unwrap());
        let dir = "/home/alice/public_html";
        assert_eq!(texts, ["shop", "shop@alice.test", dir, "public_html", "10.00", "10.00"]);
        let tx = world.host.store.read().unwrap();
        let account = api::Account::of_caller(&*tx, &world.account_caller("alice")).unwrap();
        let used = world.host.ftp.folder_usage(&account, "public_html").unwrap().disk;
        assert!(used > 0 && used < world.host.os_users.usage(&account).unwrap().disk + used);
        assert_eq!(shop["humandiskused"], format!("{used} KB"));
        assert_eq!(shop["diskusedpercent20"], 0);
        assert!(shop["htmldir"].is_null());
    }
}
