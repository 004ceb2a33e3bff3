//! `WebDisk::set_password`

use api::{Account, Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, Secret};
use functions::domain::{
    ftp::{Named, logins},
    people::disks,
};

/// Sets the password of a login for Web Disk.
#[derive(Input)]
pub struct Params {
    /// The new password.
    pub password: Secret,
    /// The login, with its domain.
    pub user: EmailAddress,
    /// 1: it may log in with Digest Authentication.
    #[param(default = 0)]
    pub enabledigest: Flag,
}

/// See [`Params`].
pub struct SetPassword;

impl Function for SetPassword {
    const NAME: &'static str = "set_password";
    const NEEDS: Needs = Needs::Features(&["webdisk"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let named = Named::read(&*tx, &account, "user", params.user.as_str(), None)?;
        disks::find(&*tx, &account, &named, "user")?;
        drop(tx);
        let given = logins::Given::Plain(&params.password);
        let hash = logins::accept(cx, &account, &named.name, &given)?;
        disks::change(cx, params.user.as_str(), |_, row| {
            row.password = hash;
            row.digest_auth = params.enabledigest;
            Ok(())
        })
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

    fn disk(world: &World) -> api::records::WebDiskRecord {
        let tx = world.host.store.read().unwrap();
        tx.find(&["anna".into(), "alice.test".into()]).unwrap().unwrap()
    }

    #[test]
    fn the_password_is_no_longer_that_of_the_other_services() {
        let world = world();
        let new = "Tundra-otter-9-mellow";
        let form = [("user", "anna@alice.test"), ("password", new), ("enabledigest", "1")];
        world.uapi("alice", "WebDisk", "set_password", &form).unwrap();
        let (row, new) = (disk(&world), api::Secret::new(new.to_owned()));
        assert!(world.host.passwords.verify(&new, Some(&row.password)).unwrap());
        assert!(row.digest_auth.0);
        let data = world.uapi_data("alice", "UserManager", "list_users", &[]);
        assert_eq!(data[1]["synced_password"], 0);
        let form = [("user", "anna@alice.test"), ("password", "short")];
        let said = world.uapi_refusal("alice", "WebDisk", "set_password", &form);
        assert!(said.starts_with("password: must have"), "{said}");
    }
}
