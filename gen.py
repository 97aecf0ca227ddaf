import sys
n=int(sys.argv[1]); what=sys.argv[2]
def w(i):
    s=''
    while True:
        s+='abcdefghijklmnopqrstuvwxyz'[i%26]; i//=26
        if not i: return s
if what=='rules':
    print('rules 1\nuse english\nkind country box\nentity country Peru\nentity country Chile')
    for i in range(n): print(f'relation r{i}\n  frame <country> zq{w(i)}x <country>')
else:
    print('rules 1\nuse english\nkind country box')
    k=0
    for i in range(n//10):
        print(f'entity country Nat{w(i)}')
        print('  also '+', '.join(f'Zon{w(k+j).capitalize()}' for j in range(9))); k+=9
