//! `Email::export_lists`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Result};
use functions::domain::mail::lists;

/// Writes the mailing lists to a file, `mail/exported_lists` below the home, as comma-separated values.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ExportLists;

impl Function for ExportLists {
    const NAME: &'static str = "export_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mut lines = vec!["list,admins,private".to_owned()];
        for list in lists::of(&*tx, &account)? {
            let admins = lists::admins(&*tx, &list.address)?;
            let admins: Vec<&str> = admins.iter().map(EmailAddress::as_str).collect();
            let private = u8::from(lists::is_private(&list));
            lines.push(format!("{},{},{private}", list.address, admins.join(" ")));
        }
        drop(tx);
        cx.host.mail.export(account.name(), "exported_lists", &(lines.join("\n") + "\n"))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, world};

    #[test]
    fn the_file_lies_in_the_folder_of_mail() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        data(
            &world,
            "add_mailman_delegates",
            &[("list", "news"), ("delegates", "a@b.test,c@d.test")],
        );
        for _ in 0..2 {
            data(&world, "export_lists", &[]);
        }
        let amy = "amy".parse().unwrap();
        let written = world.machine.exported(&amy, "exported_lists").unwrap().unwrap();
        assert_eq!(written, "list,admins,private\nnews@amy.test,a@b.test c@d.test,0\n");
    }
}
