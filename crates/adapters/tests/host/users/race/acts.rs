//! All that the privileged process does in homes, of which nothing may come outside one.

use std::{fs, sync::Arc};

use adapters::system::host::HomeFiles;
use api::ports::{Files as _, HomePath as Place, Write};
use root::{Act, Answer, Gift, HomePath, Name, User, Verb};

use crate::{
    machine::{Machine, user},
    subjects::account,
};

fn place(path: &str) -> HomePath {
    HomePath::try_from(path).unwrap()
}

fn name(name: &str) -> Name {
    name.parse().unwrap()
}

/// Does every verb on the tenant's home, and on one that comes and goes. Whether they find a folder or a
/// link decides what they give.
pub(super) fn all(machine: &Machine, round: usize) {
    let rita = as_user("rita");
    for act in acts(round) {
        assert!(touches_homes(&Verb::Within { user: name("rita"), act: act.clone() }));
        drop(machine.client.call(&Verb::Within { user: name("rita"), act }));
    }
    let mut verbs = vec![
        Verb::MakeSite { user: name("rita"), place: place("folder/site") },
        Verb::MakeSite { user: name("rita"), place: place(&format!("public_html/s{}", round % 5)) },
        Verb::MeasureUser(name("rita")),
        Verb::PutUsers(vec![rita.clone()]),
        Verb::CompareUsers(vec![rita]),
        Verb::Strays { older_than: 0 },
        Verb::ListUsers,
    ];
    for (from, to) in
        [(("rolf", "public_html"), ("rita", "folder")), (("rita", "folder"), ("rolf", "tmp"))]
    {
        let end = |(user, folder): (&str, &str)| (name(user), place(folder));
        verbs.push(Verb::CopyBetween { from: end(from), to: end(to) });
    }
    // One that is made, renamed and removed while its content is swapped.
    let (tess, tina) = (passing("tess", None), passing("tina", Some("tess")));
    verbs.extend([Verb::PutUsers(vec![tess]), Verb::MeasureUser(name("tess"))]);
    if round.is_multiple_of(2) {
        verbs.extend([Verb::PutUsers(vec![tina]), Verb::RemoveUser(name("tina"))]);
    }
    verbs.push(Verb::RemoveUser(name("tess")));
    for verb in verbs {
        assert!(touches_homes(&verb));
        drop(machine.client.call(&verb));
    }
}

fn as_user(name: &str) -> User {
    user(name, account(name).record().uid)
}

fn passing(name: &str, formerly: Option<&str>) -> User {
    let formerly = formerly.map(|name| name.parse().unwrap());
    User { formerly, ..user(name, account("tess").record().uid) }
}

/// Every act but those that [`Verb::CopyBetween`] does.
fn acts(round: usize) -> Vec<Act> {
    let new = format!("folder/new{}", round % 7);
    let write = |path: &str| Act::Write {
        place: place(path),
        content: b"other".to_vec(),
        replace: true,
        mode: Some(0o600),
    };
    let copy = |from: &str, to: &str| Act::Copy { from: place(from), to: place(to) };
    let mut acts = vec![
        write("folder/kept"),
        write("public_html/index.html"),
        Act::MakeFolder(place(&new)),
        Act::SetMode { place: place("folder/kept"), mode: 0o640 },
        Act::SetMode { place: place("folder"), mode: 0o755 },
        Act::SetMode { place: place("mail"), mode: 0o750 },
        Act::Rename { from: place(&new), to: place("folder/deep/moved") },
        copy("mail", "folder/copied"),
        copy("folder", "tmp/copied"),
        Act::Find(place("folder/kept")),
        Act::List(place("folder")),
        Act::Read { place: place("folder/kept"), most: 100 },
        Act::Measure(place("folder")),
        Act::HasFile(place("folder/kept")),
        Act::HasFolder(place("folder/deep")),
    ];
    let gone = ["folder/deep/moved", "folder/copied", "tmp/copied", "folder/kept", "folder/site"];
    acts.extend(gone.iter().chain([&new.as_str()]).map(|gone| Act::Remove(place(gone))));
    acts.push(write("folder/kept"));
    acts
}

/// Whether a verb works in homes; each must be named, so that a new one is thought of here.
fn touches_homes(verb: &Verb) -> bool {
    match verb {
        Verb::Within { act, .. } => match act {
            Act::Find(_)
            | Act::List(_)
            | Act::Read { .. }
            | Act::Write { .. }
            | Act::MakeFolder(_)
            | Act::Rename { .. }
            | Act::Copy { .. }
            | Act::Remove(_)
            | Act::SetMode { .. }
            | Act::Measure(_)
            | Act::HasFile(_)
            | Act::HasFolder(_)
            | Act::Export(_)
            | Act::Import(_) => true,
        },
        Verb::PutUsers(_)
        | Verb::CompareUsers(_)
        | Verb::Strays { .. }
        | Verb::RemoveUser(_)
        | Verb::ListUsers
        | Verb::MeasureUser(_)
        | Verb::MakeSite { .. }
        | Verb::CopyBetween { .. } => true,
        // What is published names homes and opens none; at most it asks who owns the folder itself, which
        // lies among the homes and is no tenant's to swap. Mail in a home is Dovecot's to write, with the
        // account's rights.
        Verb::Publish(_)
        | Verb::Published(_)
        | Verb::CompareFiles(_)
        | Verb::Start(_)
        | Verb::Stop(_)
        | Verb::Reload(_)
        | Verb::Runs(_)
        | Verb::Reloads(_)
        | Verb::Traffic(_)
        | Verb::FtpSessions(_)
        | Verb::EndFtpSessions { .. }
        | Verb::NameServerKey
        | Verb::ServeNames(_)
        | Verb::ServesNames
        | Verb::DatabaseLogin
        | Verb::Mail(_)
        | Verb::PutAddress { .. }
        | Verb::RemoveAddress(_)
        | Verb::ListAddresses
        | Verb::Reboot { .. }
        | Verb::SetHostname(_)
        | Verb::CheckService(_)
        | Verb::ExpireUsers(_)
        | Verb::LimitsUsers
        | Verb::HalfUsers => false,
    }
}

/// The verbs were not all refused: once nobody swaps, they do their work.
pub(super) fn worked(machine: &Machine) {
    let files = HomeFiles::new(Arc::clone(&machine.client));
    let at = Place::beneath("/home/rita", "etc/kept").unwrap();
    files.write(&account("rita"), &at, b"kept", Write { replace: true, mode: None }).unwrap();
    assert_eq!(fs::read(machine.layout.homes.join("rita/etc/kept")).unwrap(), b"kept");
    let found = Verb::Within { user: name("rita"), act: Act::Find(place("etc/kept")) };
    let found = machine.client.call(&found).ok();
    assert!(matches!(found, Some(Answer::Within(Ok(Gift::Found(Some(_)))))));
}
