//! `WebDisk::set_homedir`

use api::{Cx, Effect, EmailAddress, FilePath, Flag, Function, Input, Needs, Result};
use functions::domain::{ftp::folders, people::disks};

/// Sets the folder that a login for Web Disk sees.
#[derive(Input)]
pub struct Params {
    /// The folder, below the home.
    pub homedir: FilePath,
    /// The login, with its domain.
    pub user: EmailAddress,
    /// 1: nobody else may look into the folder.
    #[param(default = 0)]
    pub private: Flag,
}

/// See [`Params`].
pub struct SetHomedir;

impl Function for SetHomedir {
    const NAME: &'static str = "set_homedir";
    const NEEDS: Needs = Needs::Features(&["webdisk"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        disks::change(cx, params.user.as_str(), |account, row| {
            row.home = folders::read(account, "homedir", &params.homedir)?;
            row.private = params.private;
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
    fn the_folder_is_another() {
        let world = world();
        let form =
            [("user", "anna@alice.test"), ("homedir", "/home/alice/files"), ("private", "1")];
        world.uapi("alice", "WebDisk", "set_homedir", &form).unwrap();
        let row = disk(&world);
        assert_eq!((row.home.as_str(), row.private.0), ("files", true));
        let form = [("user", "bert@alice.test"), ("homedir", "files")];
        let said = world.uapi_refusal("alice", "WebDisk", "set_homedir", &form);
        assert_eq!(said, "user: there is no Web Disk account “bert@alice.test”.");
    }
}
