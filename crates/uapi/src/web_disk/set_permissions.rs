//! `WebDisk::set_permissions`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result};
use functions::domain::people::disks;

use crate::user_manager::entry::Perms;

/// Says whether a login for Web Disk may write.
#[derive(Input)]
pub struct Params {
    /// What it may do.
    pub perms: Perms,
    /// The login, with its domain.
    pub user: EmailAddress,
}

/// See [`Params`].
pub struct SetPermissions;

impl Function for SetPermissions {
    const NAME: &'static str = "set_permissions";
    const NEEDS: Needs = Needs::Features(&["webdisk"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        disks::change(cx, params.user.as_str(), |_, row| {
            row.writes = Flag(params.perms == Perms::Rw);
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
    fn it_may_write_or_not() {
        let world = world();
        for (perms, writes) in [("rw", true), ("ro", false)] {
            let form = [("user", "anna@alice.test"), ("perms", perms)];
            world.uapi("alice", "WebDisk", "set_permissions", &form).unwrap();
            assert_eq!(disk(&world).writes.0, writes);
        }
        let form = [("user", "anna@alice.test"), ("perms", "x")];
        let said = world.uapi_refusal("alice", "WebDisk", "set_permissions", &form);
        assert!(said.starts_with("perms: "), "{said}");
    }
}
