//! `WebDisk::delete_user`

use api::{Account, Cx, Effect, EmailAddress, Error, Flag, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    fleet,
    ftp::{Named, folders},
    people::disks,
};

/// Removes a login for Web Disk.
#[derive(Input)]
pub struct Params {
    /// 1 removes its folder too.
    pub destroy: Flag,
    /// The login, with its domain.
    pub user: EmailAddress,
}

/// See [`Params`].
pub struct DeleteUser;

impl Function for DeleteUser {
    const NAME: &'static str = "delete_user";
    const NEEDS: Needs = Needs::Features(&["webdisk"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let named = Named::read(change.tx(), &account, "user", params.user.as_str(), None)?;
        let row = disks::find(change.tx(), &account, &named, "user")?;
        if params.destroy.0 && !folders::is_free(change.tx(), account.name(), &row.home)? {
            let rule = "others need its folder; remove it without.";
            return Err(Error::param("destroy", rule));
        }
        if params.destroy.0 {
            fleet::require_machine(cx.host, &account)?;
        }
        disks::drop_row(&mut change, &row)?;
        change.commit(OnFailure::Undo)?;
        if params.destroy.0 { cx.host.ftp.remove_folder(&account, &row.home) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    const PASS: &str = "Quarry-lamp-7-vivid";

    /// An account with a subaccount that has both services.
    fn world() -> World {
        let world = World::new().account("alice", "root");
        let form = [
            ("username", "Anna"),
            ("domain", "alice.test"),
            ("password", PASS),
            ("real_name", "Anna Alder"),
            ("services.ftp.enabled", "1"),
            ("services.ftp.homedir", "anna"),
            ("services.webdisk.enabled", "1"),
            ("services.webdisk.homedir", "public_html"),
            ("services.webdisk.perms", "ro"),
        ];
        world.uapi("alice", "UserManager", "create_user", &form).unwrap();
        world
    }

    #[test]
    fn the_login_goes_and_a_folder_that_others_need_stays() {
        let world = world();
        let ask = |destroy: &str| {
            let form = [("user", "anna@alice.test"), ("destroy", destroy)];
            world.uapi("alice", "WebDisk", "delete_user", &form)
        };
        let said = ask("1").unwrap_err().to_string();
        assert_eq!(said, "destroy: others need its folder; remove it without.");
        ask("0").unwrap();
        let said = ask("0").unwrap_err().to_string();
        assert_eq!(said, "user: there is no Web Disk account “anna@alice.test”.");
        let data = world.uapi_data("alice", "UserManager", "list_users", &[]);
        assert_eq!(data[1]["services"]["webdisk"]["enabled"], 0);
    }
}
