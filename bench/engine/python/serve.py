"""A Python contestant's own process, as serve.mjs: `python3 serve.py numpy|dezero <workload>`."""
import importlib
import json
import resource
import sys
import time


def answer(value):
    print(json.dumps(value), flush=True)


def main():
    _, who, workload = sys.argv
    module = importlib.import_module({'numpy': 'bare_numpy', 'dezero': 'book_dezero'}[who])
    if workload not in module.PREPARE:
        raise ValueError('has no such function')
    prepared = module.PREPARE[workload]()
    answer({'ready': module.VERSION})
    for line in sys.stdin:
        request = json.loads(line)
        times, spent = [], 0.0
        while not times or (spent < request['milliseconds'] and len(times) < request['most']):
            before = time.perf_counter()
            prepared.run()
            times.append((time.perf_counter() - before) * 1000)
            spent += times[-1]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        answer({'times': times, 'values': prepared.values(), 'peak': peak / (1024 * 1024 if sys.platform == 'darwin' else 1024)})


try:
    main()
except Exception as error:  # whatever it is, the parent prints it and goes on
    answer({'failed': str(error).split('\n')[0] or type(error).__name__})
