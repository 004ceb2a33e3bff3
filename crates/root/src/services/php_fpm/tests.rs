use super::*;
use crate::services::HomeOwner;

#[test]
fn a_pool_is_its_users_and_nothing_of_it_can_be_named_by_the_server() {
    let (layout, user) = (Layout::default(), "shop".parse().unwrap());
    let written = Pool { processes: 3, ..Pool::default() }.write().unwrap();
    let pool = Pool::read(&written).unwrap();
    let text = pool.render(&layout, &user, HomeOwner { uid: 5001, gid: 5001 });
    assert!(text.contains("\n[shop]\nuser = 5001\ngroup = 5001\n"), "{text}");
    assert!(text.contains("pm.max_children = 3\n") && !text.contains('@'), "{text}");
    assert!(Pool::read(b"").is_err());
    let none = Pool { processes: 0, ..Pool::default() }.write().unwrap();
    assert!(Pool::read(&none).is_err());
}

#[test]
fn an_account_without_a_home_gets_no_pool() {
    let folder = tempfile::tempdir().unwrap();
    let layout = Layout { homes: folder.path().to_owned(), ..Layout::default() };
    let written = Pool::default().write().unwrap();
    let none = finish(&layout, &"shop".parse().unwrap(), &written);
    assert!(matches!(none, Err(Refusal::NotFound(_))));
    // A home of root's is none of an account's.
    std::fs::create_dir(folder.path().join("shop")).unwrap();
    let ours = finish(&layout, &"shop".parse().unwrap(), &written);
    assert!(matches!(ours, Err(Refusal::Forbidden(_))));
}
